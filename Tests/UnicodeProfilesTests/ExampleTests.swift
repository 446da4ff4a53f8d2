import Testing
import UnicodeProfiles
