// Made by make_names.py from namespaces.txt. Do not edit.

extension NamespaceName {
    /// `http://www.w3.org/XML/1998/namespace`
    public static var xml: NamespaceName { NamespaceName(id: 1) }
    /// `http://www.w3.org/2000/xmlns/`
    public static var xmlns: NamespaceName { NamespaceName(id: 2) }
    /// `jabber:client`
    public static var jabberClient: NamespaceName { NamespaceName(id: 3) }
    /// `jabber:server`
    public static var jabberServer: NamespaceName { NamespaceName(id: 4) }
    /// `jabber:component:accept`
    public static var jabberComponentAccept: NamespaceName { NamespaceName(id: 5) }
    /// `http://etherx.jabber.org/streams`
    public static var streams: NamespaceName { NamespaceName(id: 6) }
    /// `urn:ietf:params:xml:ns:xmpp-streams`
    public static var streamErrors: NamespaceName { NamespaceName(id: 7) }
    /// `urn:ietf:params:xml:ns:xmpp-stanzas`
    public static var stanzaErrors: NamespaceName { NamespaceName(id: 8) }
    /// `urn:ietf:params:xml:ns:xmpp-tls`
    public static var tls: NamespaceName { NamespaceName(id: 9) }
    /// `urn:ietf:params:xml:ns:xmpp-sasl`
    public static var sasl: NamespaceName { NamespaceName(id: 10) }
    /// `urn:ietf:params:xml:ns:xmpp-bind`
    public static var bind: NamespaceName { NamespaceName(id: 11) }
    /// `urn:ietf:params:xml:ns:xmpp-session`
    public static var session: NamespaceName { NamespaceName(id: 12) }
    /// `urn:ietf:params:xml:ns:xmpp-framing`
    public static var framing: NamespaceName { NamespaceName(id: 13) }
    /// `jabber:server:dialback`
    public static var jabberServerDialback: NamespaceName { NamespaceName(id: 14) }
    /// `urn:xmpp:features:dialback`
    public static var featuresDialback: NamespaceName { NamespaceName(id: 15) }
    /// `jabber:component:connect`
    public static var jabberComponentConnect: NamespaceName { NamespaceName(id: 16) }
    /// `urn:xmpp:features:pre-approval`
    public static var featuresPreApproval: NamespaceName { NamespaceName(id: 17) }
    /// `urn:xmpp:features:rosterver`
    public static var featuresRosterver: NamespaceName { NamespaceName(id: 18) }
    /// `http://jabber.org/features/compress`
    public static var featureCompress: NamespaceName { NamespaceName(id: 19) }
    /// `http://jabber.org/protocol/compress`
    public static var compress: NamespaceName { NamespaceName(id: 20) }
    /// `http://jabber.org/features/iq-register`
    public static var featureIqRegister: NamespaceName { NamespaceName(id: 21) }
    /// `http://jabber.org/features/iq-auth`
    public static var featureIqAuth: NamespaceName { NamespaceName(id: 22) }
    /// `http://jabber.org/protocol/httpbind`
    public static var httpbind: NamespaceName { NamespaceName(id: 23) }
    /// `urn:xmpp:xbosh`
    public static var xbosh: NamespaceName { NamespaceName(id: 24) }
    /// `urn:xmpp:sasl:2`
    public static var sasl2: NamespaceName { NamespaceName(id: 25) }
    /// `urn:xmpp:bind:0`
    public static var bind0: NamespaceName { NamespaceName(id: 26) }
    /// `urn:xmpp:sasl-cb:0`
    public static var saslCb0: NamespaceName { NamespaceName(id: 27) }
    /// `urn:xmpp:fast:0`
    public static var fast0: NamespaceName { NamespaceName(id: 28) }
    /// `urn:xmpp:sm:3`
    public static var sm3: NamespaceName { NamespaceName(id: 29) }
    /// `urn:xmpp:sm:2`
    public static var sm2: NamespaceName { NamespaceName(id: 30) }
    /// `urn:xmpp:csi:0`
    public static var csi0: NamespaceName { NamespaceName(id: 31) }
    /// `urn:xmpp:carbons:2`
    public static var carbons2: NamespaceName { NamespaceName(id: 32) }
    /// `urn:xmpp:stream-limits:0`
    public static var streamLimits0: NamespaceName { NamespaceName(id: 33) }
    /// `urn:xmpp:sasl:upgrade:0`
    public static var saslUpgrade0: NamespaceName { NamespaceName(id: 34) }
    /// `urn:xmpp:tls:0`
    public static var tls0: NamespaceName { NamespaceName(id: 35) }
    /// `http://jabber.org/protocol/caps`
    public static var caps: NamespaceName { NamespaceName(id: 36) }
    /// `jabber:iq:roster`
    public static var roster: NamespaceName { NamespaceName(id: 37) }
    /// `jabber:iq:auth`
    public static var jabberIqAuth: NamespaceName { NamespaceName(id: 38) }
    /// `jabber:iq:register`
    public static var jabberIqRegister: NamespaceName { NamespaceName(id: 39) }
    /// `jabber:iq:private`
    public static var jabberIqPrivate: NamespaceName { NamespaceName(id: 40) }
    /// `jabber:x:data`
    public static var dataForms: NamespaceName { NamespaceName(id: 41) }
    /// `jabber:x:oob`
    public static var jabberXOob: NamespaceName { NamespaceName(id: 42) }
    /// `http://www.w3.org/1999/xhtml`
    public static var xhtml: NamespaceName { NamespaceName(id: 43) }
    /// `http://jabber.org/protocol/xhtml-im`
    public static var xhtmlIm: NamespaceName { NamespaceName(id: 44) }
    /// `http://jabber.org/protocol/chatstates`
    public static var chatstates: NamespaceName { NamespaceName(id: 45) }
    /// `urn:xmpp:receipts`
    public static var receipts: NamespaceName { NamespaceName(id: 46) }
    /// `urn:xmpp:chat-markers:0`
    public static var chatMarkers0: NamespaceName { NamespaceName(id: 47) }
    /// `urn:xmpp:sid:0`
    public static var sid0: NamespaceName { NamespaceName(id: 48) }
    /// `urn:xmpp:delay`
    public static var delay: NamespaceName { NamespaceName(id: 49) }
    /// `urn:xmpp:hints`
    public static var hints: NamespaceName { NamespaceName(id: 50) }
    /// `vcard-temp:x:update`
    public static var vcardTempXUpdate: NamespaceName { NamespaceName(id: 51) }
    /// `urn:xmpp:idle:1`
    public static var idle1: NamespaceName { NamespaceName(id: 52) }
    /// `urn:xmpp:mam:2`
    public static var mam2: NamespaceName { NamespaceName(id: 53) }
    /// `urn:xmpp:forward:0`
    public static var forward0: NamespaceName { NamespaceName(id: 54) }
    /// `urn:xmpp:occupant-id:0`
    public static var occupantId0: NamespaceName { NamespaceName(id: 55) }
    /// `eu.siacs.conversations.axolotl`
    public static var euSiacsConversationsAxolotl: NamespaceName { NamespaceName(id: 56) }
    /// `urn:xmpp:eme:0`
    public static var eme0: NamespaceName { NamespaceName(id: 57) }
    /// `http://jabber.org/protocol/pubsub`
    public static var pubsub: NamespaceName { NamespaceName(id: 58) }
    /// `http://jabber.org/protocol/pubsub#event`
    public static var pubsubEvent: NamespaceName { NamespaceName(id: 59) }
    /// `urn:xmpp:avatar:data`
    public static var avatarData: NamespaceName { NamespaceName(id: 60) }
    /// `http://jabber.org/protocol/ibb`
    public static var ibb: NamespaceName { NamespaceName(id: 61) }
    /// `http://jabber.org/protocol/disco#items`
    public static var discoItems: NamespaceName { NamespaceName(id: 62) }
    /// `urn:xmpp:jingle:1`
    public static var jingle1: NamespaceName { NamespaceName(id: 63) }
    /// `urn:xmpp:jingle:apps:rtp:1`
    public static var jingleAppsRtp1: NamespaceName { NamespaceName(id: 64) }
    /// `urn:xmpp:jingle:transports:ice-udp:1`
    public static var jingleTransportsIceUdp1: NamespaceName { NamespaceName(id: 65) }
    /// `http://jabber.org/protocol/disco#info`
    public static var discoInfo: NamespaceName { NamespaceName(id: 66) }
    /// `urn:xmpp:iot:concentrators`
    public static var iotConcentrators: NamespaceName { NamespaceName(id: 67) }
    /// `urn:xmpp:ping`
    public static var ping: NamespaceName { NamespaceName(id: 68) }
    /// `jabber:iq:privacy`
    public static var jabberIqPrivacy: NamespaceName { NamespaceName(id: 69) }
    /// `http://jabber.org/protocol/pubsub#errors`
    public static var pubsubErrors: NamespaceName { NamespaceName(id: 70) }
    /// `http://jabber.org/protocol/muc#user`
    public static var mucUser: NamespaceName { NamespaceName(id: 71) }
    /// `http://jabber.org/protocol/commands`
    public static var commands: NamespaceName { NamespaceName(id: 72) }
    /// `urn:xmpp:archive`
    public static var archive: NamespaceName { NamespaceName(id: 73) }
    /// `jabber:iq:pubsub`
    public static var jabberIqPubsub: NamespaceName { NamespaceName(id: 74) }
    /// `http://jabber.org/protocol/shim`
    public static var shim: NamespaceName { NamespaceName(id: 75) }
    /// `urn:xmpp:mam:tmp`
    public static var mamTmp: NamespaceName { NamespaceName(id: 76) }
    /// `urn:xmpp:iot:provisioning`
    public static var iotProvisioning: NamespaceName { NamespaceName(id: 77) }
    /// `http://www.w3.org/2005/Atom`
    public static var wwwW3Org2005Atom: NamespaceName { NamespaceName(id: 78) }
    /// `urn:xmpp:http`
    public static var http: NamespaceName { NamespaceName(id: 79) }
    /// `http://jabber.org/protocol/pubsub#owner`
    public static var pubsubOwner: NamespaceName { NamespaceName(id: 80) }
    /// `vcard-temp`
    public static var vcardTemp: NamespaceName { NamespaceName(id: 81) }
    /// `http://jabber.org/protocol/jobs`
    public static var jobs: NamespaceName { NamespaceName(id: 82) }
    /// `http://jabber.org/protocol/feature-neg`
    public static var featureNeg: NamespaceName { NamespaceName(id: 83) }
    /// `http://jabber.org/protocol/compress/exi`
    public static var compressExi: NamespaceName { NamespaceName(id: 84) }
    /// `http://jabber.org/protocol/waitinglist`
    public static var waitinglist: NamespaceName { NamespaceName(id: 85) }
    /// `urn:xmpp:hashes:2`
    public static var hashes2: NamespaceName { NamespaceName(id: 86) }
    /// `http://jabber.org/protocol/workgroup`
    public static var workgroup: NamespaceName { NamespaceName(id: 87) }
    /// `http://jabber.org/protocol/rsm`
    public static var rsm: NamespaceName { NamespaceName(id: 88) }
    /// `urn:xmpp:sec-label:0`
    public static var secLabel0: NamespaceName { NamespaceName(id: 89) }
    /// `urn:xmpp:sec-label:ess:0`
    public static var secLabelEss0: NamespaceName { NamespaceName(id: 90) }
    /// `jabber:iq:version`
    public static var jabberIqVersion: NamespaceName { NamespaceName(id: 91) }
    /// `http://jabber.org/protocol/muc`
    public static var muc: NamespaceName { NamespaceName(id: 92) }
    /// `urn:xmpp:blocking`
    public static var blocking: NamespaceName { NamespaceName(id: 93) }
    /// `http://jabber.org/protocol/muc#owner`
    public static var mucOwner: NamespaceName { NamespaceName(id: 94) }
    /// `http://jabber.org/protocol/si/profile/file-transfer`
    public static var siProfileFileTransfer: NamespaceName { NamespaceName(id: 95) }
    /// `http://jabber.org/protocol/sipub`
    public static var sipub: NamespaceName { NamespaceName(id: 96) }
    /// `http://jabber.org/protocol/private-xml`
    public static var privateXml: NamespaceName { NamespaceName(id: 97) }
    /// `jabber:x:event`
    public static var jabberXEvent: NamespaceName { NamespaceName(id: 98) }
    /// `urn:xmpp:media-element`
    public static var mediaElement: NamespaceName { NamespaceName(id: 99) }
    /// `http://jabber.org/protocol/xdata-validate`
    public static var xdataValidate: NamespaceName { NamespaceName(id: 100) }
    /// `urn:xmpp:jingle:transports:s5b:1`
    public static var jingleTransportsS5b1: NamespaceName { NamespaceName(id: 101) }
    /// `urn:xmpp:tmp:pubkey`
    public static var tmpPubkey: NamespaceName { NamespaceName(id: 102) }
    /// `urn:xmpp:sxe:0`
    public static var sxe0: NamespaceName { NamespaceName(id: 103) }
    /// `urn:xmpp:jingle:apps:file-transfer:5`
    public static var jingleAppsFileTransfer5: NamespaceName { NamespaceName(id: 104) }
    /// `jabber:iq:last`
    public static var jabberIqLast: NamespaceName { NamespaceName(id: 105) }
    /// `urn:xmpp:iot:sensordata`
    public static var iotSensordata: NamespaceName { NamespaceName(id: 106) }
    /// `urn:xmpp:features:bidi`
    public static var featuresBidi: NamespaceName { NamespaceName(id: 107) }
    /// `storage:bookmarks`
    public static var storageBookmarks: NamespaceName { NamespaceName(id: 108) }
    /// `urn:xmpp:jingle:apps:dtls:0`
    public static var jingleAppsDtls0: NamespaceName { NamespaceName(id: 109) }
    /// `urn:xmpp:entityver:0`
    public static var entityver0: NamespaceName { NamespaceName(id: 110) }
    /// `http://jabber.org/protocol/address`
    public static var address: NamespaceName { NamespaceName(id: 111) }
    /// `urn:xmpp:tmp:dmuc:0`
    public static var tmpDmuc0: NamespaceName { NamespaceName(id: 112) }
    /// `http://jabber.org/protocol/poke`
    public static var poke: NamespaceName { NamespaceName(id: 113) }
    /// `urn:xmpp:xdata:dynamic`
    public static var xdataDynamic: NamespaceName { NamespaceName(id: 114) }
    /// `urn:xmpp:tmp:profile`
    public static var tmpProfile: NamespaceName { NamespaceName(id: 115) }
    /// `jabber:iq:agents`
    public static var jabberIqAgents: NamespaceName { NamespaceName(id: 116) }
    /// `http://www.w3.org/2003/05/soap-envelope`
    public static var wwwW3Org200305SoapEnvelope: NamespaceName { NamespaceName(id: 117) }
    /// `jabber:iq:iq`
    public static var jabberIqIq: NamespaceName { NamespaceName(id: 118) }
    /// `urn:xmpp:time`
    public static var time: NamespaceName { NamespaceName(id: 119) }
    /// `http://jabber.org/protocol/si`
    public static var si: NamespaceName { NamespaceName(id: 120) }
    /// `http://jabber.org/protocol/geoloc`
    public static var geoloc: NamespaceName { NamespaceName(id: 121) }
    /// `http://jabber.org/protocol/url-data`
    public static var urlData: NamespaceName { NamespaceName(id: 122) }
    /// `http://jabber.org/protocol/nick`
    public static var nick: NamespaceName { NamespaceName(id: 123) }
    /// `urn:xmpp:call-invites:0`
    public static var callInvites0: NamespaceName { NamespaceName(id: 124) }
    /// `http://jabber.org/protocol/activity`
    public static var activity: NamespaceName { NamespaceName(id: 125) }
    /// `http://jabber.org/protocol/sac`
    public static var sac: NamespaceName { NamespaceName(id: 126) }
    /// `urn:xmpp:rap:0`
    public static var rap0: NamespaceName { NamespaceName(id: 127) }
    /// `urn:xmpp:incident:2`
    public static var incident2: NamespaceName { NamespaceName(id: 128) }
    /// `urn:xmpp:muc-token-invite:0`
    public static var mucTokenInvite0: NamespaceName { NamespaceName(id: 129) }
    /// `urn:xmpp:privilege:2`
    public static var privilege2: NamespaceName { NamespaceName(id: 130) }
    /// `urn:xmpp:avatar:metadata`
    public static var avatarMetadata: NamespaceName { NamespaceName(id: 131) }
    /// `urn:xmpp:jinglepub:1`
    public static var jinglepub1: NamespaceName { NamespaceName(id: 132) }
    /// `urn:xmpp:iot:control`
    public static var iotControl: NamespaceName { NamespaceName(id: 133) }
    /// `http://jabber.org/protocol/tune`
    public static var tune: NamespaceName { NamespaceName(id: 134) }
    /// `urn:xmpp:tmp:io-data`
    public static var tmpIoData: NamespaceName { NamespaceName(id: 135) }
    /// `http://jabber.org/protocol/jinglenodes`
    public static var jinglenodes: NamespaceName { NamespaceName(id: 136) }
    /// `urn:xmpp:jid:0`
    public static var jid0: NamespaceName { NamespaceName(id: 137) }
    /// `http://jabber.org/protocol/infobits`
    public static var infobits: NamespaceName { NamespaceName(id: 138) }
    /// `urn:xmpp:captcha`
    public static var captcha: NamespaceName { NamespaceName(id: 139) }
    /// `urn:xmpp:jingle:muji:0`
    public static var jingleMuji0: NamespaceName { NamespaceName(id: 140) }
    /// `urn:xmpp:raft`
    public static var raft: NamespaceName { NamespaceName(id: 141) }
    /// `urn:ietf:params:xml:ns:vcard-4.0`
    public static var vcard40: NamespaceName { NamespaceName(id: 142) }
    /// `http://jabber.org/protocol/mute#server`
    public static var muteServer: NamespaceName { NamespaceName(id: 143) }
    /// `urn:xmpp:psa`
    public static var psa: NamespaceName { NamespaceName(id: 144) }
    /// `urn:xmpp:jingle:transports:http:upload:0`
    public static var jingleTransportsHttpUpload0: NamespaceName { NamespaceName(id: 145) }
    /// `urn:xmpp:jingle:apps:file-transfer:4`
    public static var jingleAppsFileTransfer4: NamespaceName { NamespaceName(id: 146) }
    /// `urn:xmpp:mix:anon:0`
    public static var mixAnon0: NamespaceName { NamespaceName(id: 147) }
    /// `urn:xmpp:tmp:c2ctls`
    public static var tmpC2ctls: NamespaceName { NamespaceName(id: 148) }
    /// `urn:xmpp:cmr:0`
    public static var cmr0: NamespaceName { NamespaceName(id: 149) }
    /// `urn:xmpp:spoiler:0`
    public static var spoiler0: NamespaceName { NamespaceName(id: 150) }
    /// `urn:xmpp:bookmarks:1`
    public static var bookmarks1: NamespaceName { NamespaceName(id: 151) }
    /// `urn:xmpp:mds:displayed:0`
    public static var mdsDisplayed0: NamespaceName { NamespaceName(id: 152) }
    /// `jabber:iq:oob`
    public static var jabberIqOob: NamespaceName { NamespaceName(id: 153) }
    /// `urn:xmpp:jingle:apps:stub:0`
    public static var jingleAppsStub0: NamespaceName { NamespaceName(id: 154) }
    /// `urn:xmpp:jingle:transports:stub:0`
    public static var jingleTransportsStub0: NamespaceName { NamespaceName(id: 155) }
    /// `urn:xmpp:markup:0`
    public static var markup0: NamespaceName { NamespaceName(id: 156) }
    /// `urn:xmpp:rayo:fax:complete:1`
    public static var rayoFaxComplete1: NamespaceName { NamespaceName(id: 157) }
    /// `http://jabber.org/protocol/url-data/scheme/http`
    public static var urlDataSchemeHttp: NamespaceName { NamespaceName(id: 158) }
    /// `urn:xmpp:jingle:apps:rtp:0`
    public static var jingleAppsRtp0: NamespaceName { NamespaceName(id: 159) }
    /// `urn:xmpp:bind2:1`
    public static var bind21: NamespaceName { NamespaceName(id: 160) }
    /// `urn:xmpp:reach:0`
    public static var reach0: NamespaceName { NamespaceName(id: 161) }
    /// `urn:xmpp:pubsub:queueing:0`
    public static var pubsubQueueing0: NamespaceName { NamespaceName(id: 162) }
    /// `http://jabber.org/protocol/http-auth`
    public static var httpAuth: NamespaceName { NamespaceName(id: 163) }
    /// `http://jabber.org/protocol/mood`
    public static var mood: NamespaceName { NamespaceName(id: 164) }
    /// `urn:xmpp:gaming:0`
    public static var gaming0: NamespaceName { NamespaceName(id: 165) }
    /// `urn:xmpp:dsig:0`
    public static var dsig0: NamespaceName { NamespaceName(id: 166) }
    /// `urn:xmpp:reference:0`
    public static var reference0: NamespaceName { NamespaceName(id: 167) }
    /// `urn:xmpp:bidi`
    public static var bidi: NamespaceName { NamespaceName(id: 168) }
    /// `urn:xmpp:sec-label:catalog:2`
    public static var secLabelCatalog2: NamespaceName { NamespaceName(id: 169) }
    /// `urn:xmpp:jingle:errors:1`
    public static var jingleErrors1: NamespaceName { NamespaceName(id: 170) }
    /// `urn:xmpp:reactions:0`
    public static var reactions0: NamespaceName { NamespaceName(id: 171) }
    /// `urn:ietf:params:xml:ns:iodef-1.0`
    public static var iodef10: NamespaceName { NamespaceName(id: 172) }
    /// `urn:xmpp:jidprep:1`
    public static var jidprep1: NamespaceName { NamespaceName(id: 173) }
    /// `http://jabber.org/protocol/amp`
    public static var amp: NamespaceName { NamespaceName(id: 174) }
    /// `jabber:iq:gateway`
    public static var jabberIqGateway: NamespaceName { NamespaceName(id: 175) }
    /// `http://jabber.org/protocol/xdata-layout`
    public static var xdataLayout: NamespaceName { NamespaceName(id: 176) }
    /// `urn:xmpp:chatting:0`
    public static var chatting0: NamespaceName { NamespaceName(id: 177) }
    /// `urn:xmpp:hashes:1`
    public static var hashes1: NamespaceName { NamespaceName(id: 178) }
    /// `urn:xmpp:xid:0`
    public static var xid0: NamespaceName { NamespaceName(id: 179) }
    /// `urn:xmpp:contacts:0`
    public static var contacts0: NamespaceName { NamespaceName(id: 180) }
    /// `urn:xmpp:caps`
    public static var urnXmppCaps: NamespaceName { NamespaceName(id: 181) }
    /// `urn:xmpp:tmp:cookies`
    public static var tmpCookies: NamespaceName { NamespaceName(id: 182) }
    /// `jabber:wrong`
    public static var jabberWrong: NamespaceName { NamespaceName(id: 183) }
    /// `urn:xmpp:sfs:0`
    public static var sfs0: NamespaceName { NamespaceName(id: 184) }
    /// `http://jabber.org/protocol/rosterx`
    public static var rosterx: NamespaceName { NamespaceName(id: 185) }
    /// `urn:xmpp:jingle:transports:raw-udp:1`
    public static var jingleTransportsRawUdp1: NamespaceName { NamespaceName(id: 186) }
    /// `http://jabber.org/protocol/ebxml`
    public static var ebxml: NamespaceName { NamespaceName(id: 187) }
    /// `urn:xmpp:muc-presence-versioning:0`
    public static var mucPresenceVersioning0: NamespaceName { NamespaceName(id: 188) }
    /// `urn:xmpp:invisible:1`
    public static var invisible1: NamespaceName { NamespaceName(id: 189) }
    /// `http://jabber.org/protocol/dtcp`
    public static var dtcp: NamespaceName { NamespaceName(id: 190) }
    /// `urn:xmpp:omemo:2`
    public static var omemo2: NamespaceName { NamespaceName(id: 191) }
    /// `urn:xmpp:tmp:data-element`
    public static var tmpDataElement: NamespaceName { NamespaceName(id: 192) }
    /// `http://www.w3.org/2000/09/xmldsig#`
    public static var wwwW3Org200009Xmldsig: NamespaceName { NamespaceName(id: 193) }
    /// `urn:xmpp:encryption:stub:sce:1`
    public static var encryptionStubSce1: NamespaceName { NamespaceName(id: 194) }
    /// `http://jabber.org/protocol/fileshare#item_config`
    public static var fileshareItemConfig: NamespaceName { NamespaceName(id: 195) }
    /// `urn:xmpp:rayo:fax:1`
    public static var rayoFax1: NamespaceName { NamespaceName(id: 196) }
    /// `urn:xmpp:tmp:jingle`
    public static var tmpJingle: NamespaceName { NamespaceName(id: 197) }
    /// `urn:xmpp:tmp:jingle:apps:video-rtp`
    public static var tmpJingleAppsVideoRtp: NamespaceName { NamespaceName(id: 198) }
    /// `urn:xmpp:tmp:jingle:transports:ice-tcp`
    public static var tmpJingleTransportsIceTcp: NamespaceName { NamespaceName(id: 199) }
    /// `urn:xmpp:fasten:0`
    public static var fasten0: NamespaceName { NamespaceName(id: 200) }
    /// `http://www.w3.org/2005/sparql-results#`
    public static var wwwW3Org2005SparqlResults: NamespaceName { NamespaceName(id: 201) }
    /// `urn:xmpp:entityver:profile:roster:0`
    public static var entityverProfileRoster0: NamespaceName { NamespaceName(id: 202) }
    /// `http://jabber.org/protocol/evil`
    public static var evil: NamespaceName { NamespaceName(id: 203) }
    /// `urn:xmpp:jingle:transports:http:0`
    public static var jingleTransportsHttp0: NamespaceName { NamespaceName(id: 204) }
    /// `urn:xmpp:jingle:apps:xhtml`
    public static var jingleAppsXhtml: NamespaceName { NamespaceName(id: 205) }
    /// `jabber:iq:search`
    public static var jabberIqSearch: NamespaceName { NamespaceName(id: 206) }
    /// `urn:xmpp:tmp:abuse`
    public static var tmpAbuse: NamespaceName { NamespaceName(id: 207) }
    /// `urn:xmpp:cam:0`
    public static var cam0: NamespaceName { NamespaceName(id: 208) }
    /// `jabber:x:avatar`
    public static var jabberXAvatar: NamespaceName { NamespaceName(id: 209) }
    /// `http://jabber.org/protocol/physloc`
    public static var physloc: NamespaceName { NamespaceName(id: 210) }
    /// `urn:xmpp:dox:0`
    public static var dox0: NamespaceName { NamespaceName(id: 211) }
    /// `urn:xmpp:sec-label:pubsub:0`
    public static var secLabelPubsub0: NamespaceName { NamespaceName(id: 212) }
    /// `urn:xmpp:ephemeral:0`
    public static var ephemeral0: NamespaceName { NamespaceName(id: 213) }
    /// `urn:wrong`
    public static var wrong: NamespaceName { NamespaceName(id: 214) }
    /// `urn:xmpp:file:metadata:0`
    public static var fileMetadata0: NamespaceName { NamespaceName(id: 215) }
    /// `urn:xmpp:pubsub-attachments:summary:1`
    public static var pubsubAttachmentsSummary1: NamespaceName { NamespaceName(id: 216) }
    /// `urn:xmpp:jingle:apps:rtp:zrtp:1`
    public static var jingleAppsRtpZrtp1: NamespaceName { NamespaceName(id: 217) }
    /// `urn:ietf:params:xml:ns:conference-info`
    public static var conferenceInfo: NamespaceName { NamespaceName(id: 218) }
    /// `urn:xmpp:mix:admin:0`
    public static var mixAdmin0: NamespaceName { NamespaceName(id: 219) }
    /// `http://www.w3.org/2001/04/xmlenc#`
    public static var wwwW3Org200104Xmlenc: NamespaceName { NamespaceName(id: 220) }
    /// `urn:xmpp:openpgp:0`
    public static var openpgp0: NamespaceName { NamespaceName(id: 221) }
    /// `urn:xmpp:scram-upgrade:0`
    public static var scramUpgrade0: NamespaceName { NamespaceName(id: 222) }
    /// `urn:xmpp:bob`
    public static var bob: NamespaceName { NamespaceName(id: 223) }
    /// `http://jabber.org/protocol/si/profile/fileshare`
    public static var siProfileFileshare: NamespaceName { NamespaceName(id: 224) }
    /// `urn:xmpp:rayo:ext:1`
    public static var rayoExt1: NamespaceName { NamespaceName(id: 225) }
    /// `urn:xmpp:fallback:0`
    public static var fallback0: NamespaceName { NamespaceName(id: 226) }
    /// `jabber:x:roster`
    public static var jabberXRoster: NamespaceName { NamespaceName(id: 227) }
    /// `jabber:iq:browse`
    public static var jabberIqBrowse: NamespaceName { NamespaceName(id: 228) }
    /// `urn:xmpp:keepalive:0`
    public static var keepalive0: NamespaceName { NamespaceName(id: 229) }
    /// `urn:xmpp:entityver:0:search`
    public static var entityver0Search: NamespaceName { NamespaceName(id: 230) }
    /// `http://jabber.org/protocol/mute#editor`
    public static var muteEditor: NamespaceName { NamespaceName(id: 231) }
    /// `urn:xmpp:jingle:apps:file-transfer:errors:0`
    public static var jingleAppsFileTransferErrors0: NamespaceName { NamespaceName(id: 232) }
    /// `urn:xmpp:jingle:transports:sxe`
    public static var jingleTransportsSxe: NamespaceName { NamespaceName(id: 233) }
    /// `http://www.w3.org/2004/08/representation`
    public static var wwwW3Org200408Representation: NamespaceName { NamespaceName(id: 234) }
    /// `http://www.w3.org/2004/11/xmlmime`
    public static var wwwW3Org200411Xmlmime: NamespaceName { NamespaceName(id: 235) }
    /// `jabber:iq:avatar`
    public static var jabberIqAvatar: NamespaceName { NamespaceName(id: 236) }
    /// `storage:client:avatar`
    public static var storageClientAvatar: NamespaceName { NamespaceName(id: 237) }
    /// `urn:xmpp:jingle:transports:ibb:1`
    public static var jingleTransportsIbb1: NamespaceName { NamespaceName(id: 238) }
    /// `urn:xmpp:jingle:apps:rtp:ssma:0`
    public static var jingleAppsRtpSsma0: NamespaceName { NamespaceName(id: 239) }
    /// `urn:xmpp:message-retract:1`
    public static var messageRetract1: NamespaceName { NamespaceName(id: 240) }
    /// `urn:xmpp:mfa:0`
    public static var mfa0: NamespaceName { NamespaceName(id: 241) }
    /// `urn:xmpp:sec-label:pubsub:errors:0`
    public static var secLabelPubsubErrors0: NamespaceName { NamespaceName(id: 242) }
    /// `urn:ietf:params:xml:xmpp-stanzas`
    public static var ietfParamsXmlXmppStanzas: NamespaceName { NamespaceName(id: 243) }
    /// `jabber:iq:time`
    public static var jabberIqTime: NamespaceName { NamespaceName(id: 244) }
    /// `urn:xmpp:pubsub:subscription:0`
    public static var pubsubSubscription0: NamespaceName { NamespaceName(id: 245) }
    /// `urn:xmpp:muc:conditions:1`
    public static var mucConditions1: NamespaceName { NamespaceName(id: 246) }
    /// `http://jabber.org/protocol/filter`
    public static var filter: NamespaceName { NamespaceName(id: 247) }
    /// `http://jabber.org/protocol/webtab`
    public static var webtab: NamespaceName { NamespaceName(id: 248) }
}
