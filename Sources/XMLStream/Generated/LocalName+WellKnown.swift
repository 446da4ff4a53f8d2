// Made by make_names.py from local-names.txt. Do not edit.

extension LocalName {
    /// `message`
    @inlinable public static var message: LocalName { LocalName(id: 1) }
    /// `presence`
    @inlinable public static var presence: LocalName { LocalName(id: 2) }
    /// `iq`
    @inlinable public static var iq: LocalName { LocalName(id: 3) }
    /// `body`
    @inlinable public static var body: LocalName { LocalName(id: 4) }
    /// `from`
    @inlinable public static var from: LocalName { LocalName(id: 5) }
    /// `to`
    @inlinable public static var to: LocalName { LocalName(id: 6) }
    /// `id`
    @inlinable public static var id: LocalName { LocalName(id: 7) }
    /// `type`
    @inlinable public static var type: LocalName { LocalName(id: 8) }
    /// `lang`
    @inlinable public static var lang: LocalName { LocalName(id: 9) }
    /// `xmlns`
    @inlinable public static var xmlns: LocalName { LocalName(id: 10) }
    /// `stream`
    @inlinable public static var stream: LocalName { LocalName(id: 11) }
    /// `xml`
    @inlinable public static var xml: LocalName { LocalName(id: 12) }
    /// `version`
    @inlinable public static var version: LocalName { LocalName(id: 13) }
    /// `features`
    @inlinable public static var features: LocalName { LocalName(id: 14) }
    /// `error`
    @inlinable public static var error: LocalName { LocalName(id: 15) }
    /// `text`
    @inlinable public static var text: LocalName { LocalName(id: 16) }
    /// `open`
    @inlinable public static var `open`: LocalName { LocalName(id: 17) }
    /// `close`
    @inlinable public static var close: LocalName { LocalName(id: 18) }
    /// `see-other-uri`
    @inlinable public static var seeOtherUri: LocalName { LocalName(id: 19) }
    /// `starttls`
    @inlinable public static var starttls: LocalName { LocalName(id: 20) }
    /// `proceed`
    @inlinable public static var proceed: LocalName { LocalName(id: 21) }
    /// `failure`
    @inlinable public static var failure: LocalName { LocalName(id: 22) }
    /// `required`
    @inlinable public static var required: LocalName { LocalName(id: 23) }
    /// `optional`
    @inlinable public static var optional: LocalName { LocalName(id: 24) }
    /// `bind`
    @inlinable public static var bind: LocalName { LocalName(id: 25) }
    /// `resource`
    @inlinable public static var resource: LocalName { LocalName(id: 26) }
    /// `jid`
    @inlinable public static var jid: LocalName { LocalName(id: 27) }
    /// `session`
    @inlinable public static var session: LocalName { LocalName(id: 28) }
    /// `handshake`
    @inlinable public static var handshake: LocalName { LocalName(id: 29) }
    /// `result`
    @inlinable public static var result: LocalName { LocalName(id: 30) }
    /// `verify`
    @inlinable public static var verify: LocalName { LocalName(id: 31) }
    /// `dialback`
    @inlinable public static var dialback: LocalName { LocalName(id: 32) }
    /// `errors`
    @inlinable public static var errors: LocalName { LocalName(id: 33) }
    /// `bidi`
    @inlinable public static var bidi: LocalName { LocalName(id: 34) }
    /// `limits`
    @inlinable public static var limits: LocalName { LocalName(id: 35) }
    /// `max-bytes`
    @inlinable public static var maxBytes: LocalName { LocalName(id: 36) }
    /// `idle-seconds`
    @inlinable public static var idleSeconds: LocalName { LocalName(id: 37) }
    /// `address`
    @inlinable public static var address: LocalName { LocalName(id: 38) }
    /// `register`
    @inlinable public static var register: LocalName { LocalName(id: 39) }
    /// `auth`
    @inlinable public static var auth: LocalName { LocalName(id: 40) }
    /// `ver`
    @inlinable public static var ver: LocalName { LocalName(id: 41) }
    /// `sub`
    @inlinable public static var sub: LocalName { LocalName(id: 42) }
    /// `pre-approval`
    @inlinable public static var preApproval: LocalName { LocalName(id: 43) }
    /// `xver`
    @inlinable public static var xver: LocalName { LocalName(id: 44) }
    /// `mechanisms`
    @inlinable public static var mechanisms: LocalName { LocalName(id: 45) }
    /// `mechanism`
    @inlinable public static var mechanism: LocalName { LocalName(id: 46) }
    /// `challenge`
    @inlinable public static var challenge: LocalName { LocalName(id: 47) }
    /// `response`
    @inlinable public static var response: LocalName { LocalName(id: 48) }
    /// `success`
    @inlinable public static var success: LocalName { LocalName(id: 49) }
    /// `abort`
    @inlinable public static var abort: LocalName { LocalName(id: 50) }
    /// `hostname`
    @inlinable public static var hostname: LocalName { LocalName(id: 51) }
    /// `bad-format`
    @inlinable public static var badFormat: LocalName { LocalName(id: 52) }
    /// `bad-namespace-prefix`
    @inlinable public static var badNamespacePrefix: LocalName { LocalName(id: 53) }
    /// `conflict`
    @inlinable public static var conflict: LocalName { LocalName(id: 54) }
    /// `connection-timeout`
    @inlinable public static var connectionTimeout: LocalName { LocalName(id: 55) }
    /// `host-gone`
    @inlinable public static var hostGone: LocalName { LocalName(id: 56) }
    /// `host-unknown`
    @inlinable public static var hostUnknown: LocalName { LocalName(id: 57) }
    /// `improper-addressing`
    @inlinable public static var improperAddressing: LocalName { LocalName(id: 58) }
    /// `internal-server-error`
    @inlinable public static var internalServerError: LocalName { LocalName(id: 59) }
    /// `invalid-from`
    @inlinable public static var invalidFrom: LocalName { LocalName(id: 60) }
    /// `invalid-id`
    @inlinable public static var invalidId: LocalName { LocalName(id: 61) }
    /// `invalid-namespace`
    @inlinable public static var invalidNamespace: LocalName { LocalName(id: 62) }
    /// `invalid-xml`
    @inlinable public static var invalidXml: LocalName { LocalName(id: 63) }
    /// `not-authorized`
    @inlinable public static var notAuthorized: LocalName { LocalName(id: 64) }
    /// `not-well-formed`
    @inlinable public static var notWellFormed: LocalName { LocalName(id: 65) }
    /// `policy-violation`
    @inlinable public static var policyViolation: LocalName { LocalName(id: 66) }
    /// `remote-connection-failed`
    @inlinable public static var remoteConnectionFailed: LocalName { LocalName(id: 67) }
    /// `reset`
    @inlinable public static var reset: LocalName { LocalName(id: 68) }
    /// `resource-constraint`
    @inlinable public static var resourceConstraint: LocalName { LocalName(id: 69) }
    /// `restricted-xml`
    @inlinable public static var restrictedXml: LocalName { LocalName(id: 70) }
    /// `see-other-host`
    @inlinable public static var seeOtherHost: LocalName { LocalName(id: 71) }
    /// `system-shutdown`
    @inlinable public static var systemShutdown: LocalName { LocalName(id: 72) }
    /// `undefined-condition`
    @inlinable public static var undefinedCondition: LocalName { LocalName(id: 73) }
    /// `unsupported-encoding`
    @inlinable public static var unsupportedEncoding: LocalName { LocalName(id: 74) }
    /// `unsupported-feature`
    @inlinable public static var unsupportedFeature: LocalName { LocalName(id: 75) }
    /// `unsupported-stanza-type`
    @inlinable public static var unsupportedStanzaType: LocalName { LocalName(id: 76) }
    /// `unsupported-version`
    @inlinable public static var unsupportedVersion: LocalName { LocalName(id: 77) }
    /// `xml-not-well-formed`
    @inlinable public static var xmlNotWellFormed: LocalName { LocalName(id: 78) }
    /// `unsupported`
    @inlinable public static var unsupported: LocalName { LocalName(id: 79) }
    /// `aborted`
    @inlinable public static var aborted: LocalName { LocalName(id: 80) }
    /// `account-disabled`
    @inlinable public static var accountDisabled: LocalName { LocalName(id: 81) }
    /// `credentials-expired`
    @inlinable public static var credentialsExpired: LocalName { LocalName(id: 82) }
    /// `encryption-required`
    @inlinable public static var encryptionRequired: LocalName { LocalName(id: 83) }
    /// `incorrect-encoding`
    @inlinable public static var incorrectEncoding: LocalName { LocalName(id: 84) }
    /// `invalid-authzid`
    @inlinable public static var invalidAuthzid: LocalName { LocalName(id: 85) }
    /// `invalid-mechanism`
    @inlinable public static var invalidMechanism: LocalName { LocalName(id: 86) }
    /// `malformed-request`
    @inlinable public static var malformedRequest: LocalName { LocalName(id: 87) }
    /// `mechanism-too-weak`
    @inlinable public static var mechanismTooWeak: LocalName { LocalName(id: 88) }
    /// `temporary-auth-failure`
    @inlinable public static var temporaryAuthFailure: LocalName { LocalName(id: 89) }
    /// `code`
    @inlinable public static var code: LocalName { LocalName(id: 90) }
    /// `by`
    @inlinable public static var by: LocalName { LocalName(id: 91) }
    /// `bad-request`
    @inlinable public static var badRequest: LocalName { LocalName(id: 92) }
    /// `feature-not-implemented`
    @inlinable public static var featureNotImplemented: LocalName { LocalName(id: 93) }
    /// `forbidden`
    @inlinable public static var forbidden: LocalName { LocalName(id: 94) }
    /// `gone`
    @inlinable public static var gone: LocalName { LocalName(id: 95) }
    /// `item-not-found`
    @inlinable public static var itemNotFound: LocalName { LocalName(id: 96) }
    /// `jid-malformed`
    @inlinable public static var jidMalformed: LocalName { LocalName(id: 97) }
    /// `not-acceptable`
    @inlinable public static var notAcceptable: LocalName { LocalName(id: 98) }
    /// `not-allowed`
    @inlinable public static var notAllowed: LocalName { LocalName(id: 99) }
    /// `payment-required`
    @inlinable public static var paymentRequired: LocalName { LocalName(id: 100) }
    /// `recipient-unavailable`
    @inlinable public static var recipientUnavailable: LocalName { LocalName(id: 101) }
    /// `redirect`
    @inlinable public static var redirect: LocalName { LocalName(id: 102) }
    /// `registration-required`
    @inlinable public static var registrationRequired: LocalName { LocalName(id: 103) }
    /// `remote-server-not-found`
    @inlinable public static var remoteServerNotFound: LocalName { LocalName(id: 104) }
    /// `remote-server-timeout`
    @inlinable public static var remoteServerTimeout: LocalName { LocalName(id: 105) }
    /// `service-unavailable`
    @inlinable public static var serviceUnavailable: LocalName { LocalName(id: 106) }
    /// `subscription-required`
    @inlinable public static var subscriptionRequired: LocalName { LocalName(id: 107) }
    /// `unexpected-request`
    @inlinable public static var unexpectedRequest: LocalName { LocalName(id: 108) }
    /// `subject`
    @inlinable public static var subject: LocalName { LocalName(id: 109) }
    /// `thread`
    @inlinable public static var thread: LocalName { LocalName(id: 110) }
    /// `parent`
    @inlinable public static var parent: LocalName { LocalName(id: 111) }
    /// `show`
    @inlinable public static var show: LocalName { LocalName(id: 112) }
    /// `status`
    @inlinable public static var status: LocalName { LocalName(id: 113) }
    /// `priority`
    @inlinable public static var priority: LocalName { LocalName(id: 114) }
    /// `query`
    @inlinable public static var query: LocalName { LocalName(id: 115) }
    /// `item`
    @inlinable public static var item: LocalName { LocalName(id: 116) }
    /// `group`
    @inlinable public static var group: LocalName { LocalName(id: 117) }
    /// `name`
    @inlinable public static var name: LocalName { LocalName(id: 118) }
    /// `subscription`
    @inlinable public static var subscription: LocalName { LocalName(id: 119) }
    /// `ask`
    @inlinable public static var ask: LocalName { LocalName(id: 120) }
    /// `approved`
    @inlinable public static var approved: LocalName { LocalName(id: 121) }
    /// `block`
    @inlinable public static var block: LocalName { LocalName(id: 122) }
    /// `unblock`
    @inlinable public static var unblock: LocalName { LocalName(id: 123) }
    /// `blocklist`
    @inlinable public static var blocklist: LocalName { LocalName(id: 124) }
    /// `blocked`
    @inlinable public static var blocked: LocalName { LocalName(id: 125) }
    /// `ping`
    @inlinable public static var ping: LocalName { LocalName(id: 126) }
    /// `list`
    @inlinable public static var list: LocalName { LocalName(id: 127) }
    /// `active`
    @inlinable public static var active: LocalName { LocalName(id: 128) }
    /// `default`
    @inlinable public static var `default`: LocalName { LocalName(id: 129) }
    /// `value`
    @inlinable public static var value: LocalName { LocalName(id: 130) }
    /// `action`
    @inlinable public static var action: LocalName { LocalName(id: 131) }
    /// `order`
    @inlinable public static var order: LocalName { LocalName(id: 132) }
    /// `presence-in`
    @inlinable public static var presenceIn: LocalName { LocalName(id: 133) }
    /// `presence-out`
    @inlinable public static var presenceOut: LocalName { LocalName(id: 134) }
    /// `authentication`
    @inlinable public static var authentication: LocalName { LocalName(id: 135) }
    /// `authenticate`
    @inlinable public static var authenticate: LocalName { LocalName(id: 136) }
    /// `inline`
    @inlinable public static var inline: LocalName { LocalName(id: 137) }
    /// `initial-response`
    @inlinable public static var initialResponse: LocalName { LocalName(id: 138) }
    /// `user-agent`
    @inlinable public static var userAgent: LocalName { LocalName(id: 139) }
    /// `software`
    @inlinable public static var software: LocalName { LocalName(id: 140) }
    /// `device`
    @inlinable public static var device: LocalName { LocalName(id: 141) }
    /// `continue`
    @inlinable public static var `continue`: LocalName { LocalName(id: 142) }
    /// `tasks`
    @inlinable public static var tasks: LocalName { LocalName(id: 143) }
    /// `task`
    @inlinable public static var task: LocalName { LocalName(id: 144) }
    /// `additional-data`
    @inlinable public static var additionalData: LocalName { LocalName(id: 145) }
    /// `authorization-identifier`
    @inlinable public static var authorizationIdentifier: LocalName { LocalName(id: 146) }
    /// `authorization-identity`
    @inlinable public static var authorizationIdentity: LocalName { LocalName(id: 147) }
    /// `next`
    @inlinable public static var next: LocalName { LocalName(id: 148) }
    /// `task-data`
    @inlinable public static var taskData: LocalName { LocalName(id: 149) }
    /// `upgrade`
    @inlinable public static var upgrade: LocalName { LocalName(id: 150) }
    /// `parameters`
    @inlinable public static var parameters: LocalName { LocalName(id: 151) }
    /// `salt`
    @inlinable public static var salt: LocalName { LocalName(id: 152) }
    /// `iterations`
    @inlinable public static var iterations: LocalName { LocalName(id: 153) }
    /// `hash`
    @inlinable public static var hash: LocalName { LocalName(id: 154) }
    /// `bound`
    @inlinable public static var bound: LocalName { LocalName(id: 155) }
    /// `tag`
    @inlinable public static var tag: LocalName { LocalName(id: 156) }
    /// `feature`
    @inlinable public static var feature: LocalName { LocalName(id: 157) }
    /// `fast`
    @inlinable public static var fast: LocalName { LocalName(id: 158) }
    /// `request-token`
    @inlinable public static var requestToken: LocalName { LocalName(id: 159) }
    /// `token`
    @inlinable public static var token: LocalName { LocalName(id: 160) }
    /// `expiry`
    @inlinable public static var expiry: LocalName { LocalName(id: 161) }
    /// `count`
    @inlinable public static var count: LocalName { LocalName(id: 162) }
    /// `invalidate`
    @inlinable public static var invalidate: LocalName { LocalName(id: 163) }
    /// `tls-0rtt`
    @inlinable public static var tls0rtt: LocalName { LocalName(id: 164) }
    /// `sasl-channel-binding`
    @inlinable public static var saslChannelBinding: LocalName { LocalName(id: 165) }
    /// `channel-binding`
    @inlinable public static var channelBinding: LocalName { LocalName(id: 166) }
    /// `inst-resume`
    @inlinable public static var instResume: LocalName { LocalName(id: 167) }
    /// `inst-resumed`
    @inlinable public static var instResumed: LocalName { LocalName(id: 168) }
    /// `inst-resume-failed`
    @inlinable public static var instResumeFailed: LocalName { LocalName(id: 169) }
    /// `isr-enable`
    @inlinable public static var isrEnable: LocalName { LocalName(id: 170) }
    /// `isr-enabled`
    @inlinable public static var isrEnabled: LocalName { LocalName(id: 171) }
    /// `with-isr-token`
    @inlinable public static var withIsrToken: LocalName { LocalName(id: 172) }
    /// `unsupported-info`
    @inlinable public static var unsupportedInfo: LocalName { LocalName(id: 173) }
    /// `totp`
    @inlinable public static var totp: LocalName { LocalName(id: 174) }
    /// `selector`
    @inlinable public static var selector: LocalName { LocalName(id: 175) }
    /// `digest`
    @inlinable public static var digest: LocalName { LocalName(id: 176) }
    /// `sm`
    @inlinable public static var sm: LocalName { LocalName(id: 177) }
    /// `enable`
    @inlinable public static var enable: LocalName { LocalName(id: 178) }
    /// `enabled`
    @inlinable public static var enabled: LocalName { LocalName(id: 179) }
    /// `resume`
    @inlinable public static var resume: LocalName { LocalName(id: 180) }
    /// `resumed`
    @inlinable public static var resumed: LocalName { LocalName(id: 181) }
    /// `failed`
    @inlinable public static var failed: LocalName { LocalName(id: 182) }
    /// `r`
    @inlinable public static var r: LocalName { LocalName(id: 183) }
    /// `a`
    @inlinable public static var a: LocalName { LocalName(id: 184) }
    /// `h`
    @inlinable public static var h: LocalName { LocalName(id: 185) }
    /// `previd`
    @inlinable public static var previd: LocalName { LocalName(id: 186) }
    /// `max`
    @inlinable public static var max: LocalName { LocalName(id: 187) }
    /// `location`
    @inlinable public static var location: LocalName { LocalName(id: 188) }
    /// `handled-count-too-high`
    @inlinable public static var handledCountTooHigh: LocalName { LocalName(id: 189) }
    /// `send-count`
    @inlinable public static var sendCount: LocalName { LocalName(id: 190) }
    /// `csi`
    @inlinable public static var csi: LocalName { LocalName(id: 191) }
    /// `inactive`
    @inlinable public static var inactive: LocalName { LocalName(id: 192) }
    /// `compression`
    @inlinable public static var compression: LocalName { LocalName(id: 193) }
    /// `method`
    @inlinable public static var method: LocalName { LocalName(id: 194) }
    /// `compress`
    @inlinable public static var compress: LocalName { LocalName(id: 195) }
    /// `compressed`
    @inlinable public static var compressed: LocalName { LocalName(id: 196) }
    /// `setup-failed`
    @inlinable public static var setupFailed: LocalName { LocalName(id: 197) }
    /// `unsupported-method`
    @inlinable public static var unsupportedMethod: LocalName { LocalName(id: 198) }
    /// `processing-failed`
    @inlinable public static var processingFailed: LocalName { LocalName(id: 199) }
    /// `rid`
    @inlinable public static var rid: LocalName { LocalName(id: 200) }
    /// `sid`
    @inlinable public static var sid: LocalName { LocalName(id: 201) }
    /// `wait`
    @inlinable public static var wait: LocalName { LocalName(id: 202) }
    /// `hold`
    @inlinable public static var hold: LocalName { LocalName(id: 203) }
    /// `requests`
    @inlinable public static var requests: LocalName { LocalName(id: 204) }
    /// `polling`
    @inlinable public static var polling: LocalName { LocalName(id: 205) }
    /// `inactivity`
    @inlinable public static var inactivity: LocalName { LocalName(id: 206) }
    /// `ack`
    @inlinable public static var ack: LocalName { LocalName(id: 207) }
    /// `accept`
    @inlinable public static var accept: LocalName { LocalName(id: 208) }
    /// `authid`
    @inlinable public static var authid: LocalName { LocalName(id: 209) }
    /// `charsets`
    @inlinable public static var charsets: LocalName { LocalName(id: 210) }
    /// `condition`
    @inlinable public static var condition: LocalName { LocalName(id: 211) }
    /// `content`
    @inlinable public static var content: LocalName { LocalName(id: 212) }
    /// `key`
    @inlinable public static var key: LocalName { LocalName(id: 213) }
    /// `newkey`
    @inlinable public static var newkey: LocalName { LocalName(id: 214) }
    /// `maxpause`
    @inlinable public static var maxpause: LocalName { LocalName(id: 215) }
    /// `pause`
    @inlinable public static var pause: LocalName { LocalName(id: 216) }
    /// `report`
    @inlinable public static var report: LocalName { LocalName(id: 217) }
    /// `route`
    @inlinable public static var route: LocalName { LocalName(id: 218) }
    /// `secure`
    @inlinable public static var secure: LocalName { LocalName(id: 219) }
    /// `time`
    @inlinable public static var time: LocalName { LocalName(id: 220) }
    /// `restart`
    @inlinable public static var restart: LocalName { LocalName(id: 221) }
    /// `restartlogic`
    @inlinable public static var restartlogic: LocalName { LocalName(id: 222) }
    /// `uri`
    @inlinable public static var uri: LocalName { LocalName(id: 223) }
    /// `x`
    @inlinable public static var x: LocalName { LocalName(id: 224) }
    /// `field`
    @inlinable public static var field: LocalName { LocalName(id: 225) }
    /// `option`
    @inlinable public static var option: LocalName { LocalName(id: 226) }
    /// `label`
    @inlinable public static var label: LocalName { LocalName(id: 227) }
    /// `var`
    @inlinable public static var `var`: LocalName { LocalName(id: 228) }
    /// `desc`
    @inlinable public static var desc: LocalName { LocalName(id: 229) }
    /// `title`
    @inlinable public static var title: LocalName { LocalName(id: 230) }
    /// `instructions`
    @inlinable public static var instructions: LocalName { LocalName(id: 231) }
    /// `reported`
    @inlinable public static var reported: LocalName { LocalName(id: 232) }
    /// `validate`
    @inlinable public static var validate: LocalName { LocalName(id: 233) }
    /// `datatype`
    @inlinable public static var datatype: LocalName { LocalName(id: 234) }
    /// `basic`
    @inlinable public static var basic: LocalName { LocalName(id: 235) }
    /// `range`
    @inlinable public static var range: LocalName { LocalName(id: 236) }
    /// `regex`
    @inlinable public static var regex: LocalName { LocalName(id: 237) }
    /// `list-range`
    @inlinable public static var listRange: LocalName { LocalName(id: 238) }
    /// `min`
    @inlinable public static var min: LocalName { LocalName(id: 239) }
    /// `media`
    @inlinable public static var media: LocalName { LocalName(id: 240) }
    /// `height`
    @inlinable public static var height: LocalName { LocalName(id: 241) }
    /// `width`
    @inlinable public static var width: LocalName { LocalName(id: 242) }
    /// `page`
    @inlinable public static var page: LocalName { LocalName(id: 243) }
    /// `section`
    @inlinable public static var section: LocalName { LocalName(id: 244) }
    /// `reportedref`
    @inlinable public static var reportedref: LocalName { LocalName(id: 245) }
    /// `fieldref`
    @inlinable public static var fieldref: LocalName { LocalName(id: 246) }
    /// `identity`
    @inlinable public static var identity: LocalName { LocalName(id: 247) }
    /// `category`
    @inlinable public static var category: LocalName { LocalName(id: 248) }
    /// `node`
    @inlinable public static var node: LocalName { LocalName(id: 249) }
    /// `items`
    @inlinable public static var items: LocalName { LocalName(id: 250) }
    /// `c`
    @inlinable public static var c: LocalName { LocalName(id: 251) }
    /// `algo`
    @inlinable public static var algo: LocalName { LocalName(id: 252) }
    /// `ext`
    @inlinable public static var ext: LocalName { LocalName(id: 253) }
    /// `command`
    @inlinable public static var command: LocalName { LocalName(id: 254) }
    /// `actions`
    @inlinable public static var actions: LocalName { LocalName(id: 255) }
    /// `execute`
    @inlinable public static var execute: LocalName { LocalName(id: 256) }
    /// `prev`
    @inlinable public static var prev: LocalName { LocalName(id: 257) }
    /// `complete`
    @inlinable public static var complete: LocalName { LocalName(id: 258) }
    /// `note`
    @inlinable public static var note: LocalName { LocalName(id: 259) }
    /// `sessionid`
    @inlinable public static var sessionid: LocalName { LocalName(id: 260) }
    /// `set`
    @inlinable public static var set: LocalName { LocalName(id: 261) }
    /// `first`
    @inlinable public static var first: LocalName { LocalName(id: 262) }
    /// `last`
    @inlinable public static var last: LocalName { LocalName(id: 263) }
    /// `index`
    @inlinable public static var index: LocalName { LocalName(id: 264) }
    /// `before`
    @inlinable public static var before: LocalName { LocalName(id: 265) }
    /// `after`
    @inlinable public static var after: LocalName { LocalName(id: 266) }
    /// `bad-action`
    @inlinable public static var badAction: LocalName { LocalName(id: 267) }
    /// `bad-locale`
    @inlinable public static var badLocale: LocalName { LocalName(id: 268) }
    /// `bad-payload`
    @inlinable public static var badPayload: LocalName { LocalName(id: 269) }
    /// `bad-sessionid`
    @inlinable public static var badSessionid: LocalName { LocalName(id: 270) }
    /// `malformed-action`
    @inlinable public static var malformedAction: LocalName { LocalName(id: 271) }
    /// `session-expired`
    @inlinable public static var sessionExpired: LocalName { LocalName(id: 272) }
    /// `history`
    @inlinable public static var history: LocalName { LocalName(id: 273) }
    /// `maxchars`
    @inlinable public static var maxchars: LocalName { LocalName(id: 274) }
    /// `maxstanzas`
    @inlinable public static var maxstanzas: LocalName { LocalName(id: 275) }
    /// `seconds`
    @inlinable public static var seconds: LocalName { LocalName(id: 276) }
    /// `since`
    @inlinable public static var since: LocalName { LocalName(id: 277) }
    /// `password`
    @inlinable public static var password: LocalName { LocalName(id: 278) }
    /// `nick`
    @inlinable public static var nick: LocalName { LocalName(id: 279) }
    /// `role`
    @inlinable public static var role: LocalName { LocalName(id: 280) }
    /// `affiliation`
    @inlinable public static var affiliation: LocalName { LocalName(id: 281) }
    /// `actor`
    @inlinable public static var actor: LocalName { LocalName(id: 282) }
    /// `reason`
    @inlinable public static var reason: LocalName { LocalName(id: 283) }
    /// `invite`
    @inlinable public static var invite: LocalName { LocalName(id: 284) }
    /// `decline`
    @inlinable public static var decline: LocalName { LocalName(id: 285) }
    /// `destroy`
    @inlinable public static var destroy: LocalName { LocalName(id: 286) }
    /// `allow`
    @inlinable public static var allow: LocalName { LocalName(id: 287) }
    /// `reserved`
    @inlinable public static var reserved: LocalName { LocalName(id: 288) }
    /// `reserved-nick`
    @inlinable public static var reservedNick: LocalName { LocalName(id: 289) }
    /// `continued`
    @inlinable public static var continued: LocalName { LocalName(id: 290) }
    /// `occupant-id`
    @inlinable public static var occupantId: LocalName { LocalName(id: 291) }
    /// `conference`
    @inlinable public static var conference: LocalName { LocalName(id: 292) }
    /// `autojoin`
    @inlinable public static var autojoin: LocalName { LocalName(id: 293) }
    /// `extensions`
    @inlinable public static var extensions: LocalName { LocalName(id: 294) }
    /// `hats`
    @inlinable public static var hats: LocalName { LocalName(id: 295) }
    /// `hat`
    @inlinable public static var hat: LocalName { LocalName(id: 296) }
    /// `subscribe`
    @inlinable public static var subscribe: LocalName { LocalName(id: 297) }
    /// `pubsub`
    @inlinable public static var pubsub: LocalName { LocalName(id: 298) }
    /// `event`
    @inlinable public static var event: LocalName { LocalName(id: 299) }
    /// `publish`
    @inlinable public static var publish: LocalName { LocalName(id: 300) }
    /// `publish-options`
    @inlinable public static var publishOptions: LocalName { LocalName(id: 301) }
    /// `retract`
    @inlinable public static var retract: LocalName { LocalName(id: 302) }
    /// `retracted`
    @inlinable public static var retracted: LocalName { LocalName(id: 303) }
    /// `create`
    @inlinable public static var create: LocalName { LocalName(id: 304) }
    /// `configure`
    @inlinable public static var configure: LocalName { LocalName(id: 305) }
    /// `configuration`
    @inlinable public static var configuration: LocalName { LocalName(id: 306) }
    /// `delete`
    @inlinable public static var delete: LocalName { LocalName(id: 307) }
    /// `purge`
    @inlinable public static var purge: LocalName { LocalName(id: 308) }
    /// `unsubscribe`
    @inlinable public static var unsubscribe: LocalName { LocalName(id: 309) }
    /// `subscriptions`
    @inlinable public static var subscriptions: LocalName { LocalName(id: 310) }
    /// `subscribe-options`
    @inlinable public static var subscribeOptions: LocalName { LocalName(id: 311) }
    /// `options`
    @inlinable public static var options: LocalName { LocalName(id: 312) }
    /// `affiliations`
    @inlinable public static var affiliations: LocalName { LocalName(id: 313) }
    /// `associate`
    @inlinable public static var associate: LocalName { LocalName(id: 314) }
    /// `disassociate`
    @inlinable public static var disassociate: LocalName { LocalName(id: 315) }
    /// `collection`
    @inlinable public static var collection: LocalName { LocalName(id: 316) }
    /// `subid`
    @inlinable public static var subid: LocalName { LocalName(id: 317) }
    /// `notify`
    @inlinable public static var notify: LocalName { LocalName(id: 318) }
    /// `node-type`
    @inlinable public static var nodeType: LocalName { LocalName(id: 319) }
    /// `publisher`
    @inlinable public static var publisher: LocalName { LocalName(id: 320) }
    /// `expires`
    @inlinable public static var expires: LocalName { LocalName(id: 321) }
    /// `max_items`
    @inlinable public static var maxItems: LocalName { LocalName(id: 322) }
    /// `closed-node`
    @inlinable public static var closedNode: LocalName { LocalName(id: 323) }
    /// `configuration-required`
    @inlinable public static var configurationRequired: LocalName { LocalName(id: 324) }
    /// `invalid-jid`
    @inlinable public static var invalidJid: LocalName { LocalName(id: 325) }
    /// `invalid-options`
    @inlinable public static var invalidOptions: LocalName { LocalName(id: 326) }
    /// `invalid-payload`
    @inlinable public static var invalidPayload: LocalName { LocalName(id: 327) }
    /// `invalid-subid`
    @inlinable public static var invalidSubid: LocalName { LocalName(id: 328) }
    /// `item-forbidden`
    @inlinable public static var itemForbidden: LocalName { LocalName(id: 329) }
    /// `item-required`
    @inlinable public static var itemRequired: LocalName { LocalName(id: 330) }
    /// `jid-required`
    @inlinable public static var jidRequired: LocalName { LocalName(id: 331) }
    /// `max-items-exceeded`
    @inlinable public static var maxItemsExceeded: LocalName { LocalName(id: 332) }
    /// `max-nodes-exceeded`
    @inlinable public static var maxNodesExceeded: LocalName { LocalName(id: 333) }
    /// `nodeid-required`
    @inlinable public static var nodeidRequired: LocalName { LocalName(id: 334) }
    /// `not-in-roster-group`
    @inlinable public static var notInRosterGroup: LocalName { LocalName(id: 335) }
    /// `not-subscribed`
    @inlinable public static var notSubscribed: LocalName { LocalName(id: 336) }
    /// `payload-too-big`
    @inlinable public static var payloadTooBig: LocalName { LocalName(id: 337) }
    /// `payload-required`
    @inlinable public static var payloadRequired: LocalName { LocalName(id: 338) }
    /// `pending-subscription`
    @inlinable public static var pendingSubscription: LocalName { LocalName(id: 339) }
    /// `precondition-not-met`
    @inlinable public static var preconditionNotMet: LocalName { LocalName(id: 340) }
    /// `presence-subscription-required`
    @inlinable public static var presenceSubscriptionRequired: LocalName { LocalName(id: 341) }
    /// `subid-required`
    @inlinable public static var subidRequired: LocalName { LocalName(id: 342) }
    /// `too-many-subscriptions`
    @inlinable public static var tooManySubscriptions: LocalName { LocalName(id: 343) }
    /// `unsupported-access-model`
    @inlinable public static var unsupportedAccessModel: LocalName { LocalName(id: 344) }
    /// `disabled`
    @inlinable public static var disabled: LocalName { LocalName(id: 345) }
    /// `composing`
    @inlinable public static var composing: LocalName { LocalName(id: 346) }
    /// `paused`
    @inlinable public static var paused: LocalName { LocalName(id: 347) }
    /// `received`
    @inlinable public static var received: LocalName { LocalName(id: 348) }
    /// `request`
    @inlinable public static var request: LocalName { LocalName(id: 349) }
    /// `displayed`
    @inlinable public static var displayed: LocalName { LocalName(id: 350) }
    /// `acknowledged`
    @inlinable public static var acknowledged: LocalName { LocalName(id: 351) }
    /// `markable`
    @inlinable public static var markable: LocalName { LocalName(id: 352) }
    /// `delay`
    @inlinable public static var delay: LocalName { LocalName(id: 353) }
    /// `stamp`
    @inlinable public static var stamp: LocalName { LocalName(id: 354) }
    /// `stanza-id`
    @inlinable public static var stanzaId: LocalName { LocalName(id: 355) }
    /// `origin-id`
    @inlinable public static var originId: LocalName { LocalName(id: 356) }
    /// `sent`
    @inlinable public static var sent: LocalName { LocalName(id: 357) }
    /// `private`
    @inlinable public static var `private`: LocalName { LocalName(id: 358) }
    /// `forwarded`
    @inlinable public static var forwarded: LocalName { LocalName(id: 359) }
    /// `fin`
    @inlinable public static var fin: LocalName { LocalName(id: 360) }
    /// `queryid`
    @inlinable public static var queryid: LocalName { LocalName(id: 361) }
    /// `stable`
    @inlinable public static var stable: LocalName { LocalName(id: 362) }
    /// `start`
    @inlinable public static var start: LocalName { LocalName(id: 363) }
    /// `end`
    @inlinable public static var end: LocalName { LocalName(id: 364) }
    /// `metadata`
    @inlinable public static var metadata: LocalName { LocalName(id: 365) }
    /// `prefs`
    @inlinable public static var prefs: LocalName { LocalName(id: 366) }
    /// `always`
    @inlinable public static var always: LocalName { LocalName(id: 367) }
    /// `never`
    @inlinable public static var never: LocalName { LocalName(id: 368) }
    /// `flip-page`
    @inlinable public static var flipPage: LocalName { LocalName(id: 369) }
    /// `no-store`
    @inlinable public static var noStore: LocalName { LocalName(id: 370) }
    /// `no-permanent-store`
    @inlinable public static var noPermanentStore: LocalName { LocalName(id: 371) }
    /// `no-copy`
    @inlinable public static var noCopy: LocalName { LocalName(id: 372) }
    /// `store`
    @inlinable public static var store: LocalName { LocalName(id: 373) }
    /// `encryption`
    @inlinable public static var encryption: LocalName { LocalName(id: 374) }
    /// `namespace`
    @inlinable public static var namespace: LocalName { LocalName(id: 375) }
    /// `replace`
    @inlinable public static var replace: LocalName { LocalName(id: 376) }
    /// `reactions`
    @inlinable public static var reactions: LocalName { LocalName(id: 377) }
    /// `reaction`
    @inlinable public static var reaction: LocalName { LocalName(id: 378) }
    /// `reply`
    @inlinable public static var reply: LocalName { LocalName(id: 379) }
    /// `fallback`
    @inlinable public static var fallback: LocalName { LocalName(id: 380) }
    /// `reference`
    @inlinable public static var reference: LocalName { LocalName(id: 381) }
    /// `begin`
    @inlinable public static var begin: LocalName { LocalName(id: 382) }
    /// `anchor`
    @inlinable public static var anchor: LocalName { LocalName(id: 383) }
    /// `apply-to`
    @inlinable public static var applyTo: LocalName { LocalName(id: 384) }
    /// `attach-to`
    @inlinable public static var attachTo: LocalName { LocalName(id: 385) }
    /// `external`
    @inlinable public static var external: LocalName { LocalName(id: 386) }
    /// `moderate`
    @inlinable public static var moderate: LocalName { LocalName(id: 387) }
    /// `moderated`
    @inlinable public static var moderated: LocalName { LocalName(id: 388) }
    /// `fasten`
    @inlinable public static var fasten: LocalName { LocalName(id: 389) }
    /// `spoiler`
    @inlinable public static var spoiler: LocalName { LocalName(id: 390) }
    /// `attention`
    @inlinable public static var attention: LocalName { LocalName(id: 391) }
    /// `idle`
    @inlinable public static var idle: LocalName { LocalName(id: 392) }
    /// `inbox`
    @inlinable public static var inbox: LocalName { LocalName(id: 393) }
    /// `unread`
    @inlinable public static var unread: LocalName { LocalName(id: 394) }
    /// `mentions`
    @inlinable public static var mentions: LocalName { LocalName(id: 395) }
    /// `noticed`
    @inlinable public static var noticed: LocalName { LocalName(id: 396) }
    /// `amp`
    @inlinable public static var amp: LocalName { LocalName(id: 397) }
    /// `rule`
    @inlinable public static var rule: LocalName { LocalName(id: 398) }
    /// `per-hop`
    @inlinable public static var perHop: LocalName { LocalName(id: 399) }
    /// `addresses`
    @inlinable public static var addresses: LocalName { LocalName(id: 400) }
    /// `headers`
    @inlinable public static var headers: LocalName { LocalName(id: 401) }
    /// `header`
    @inlinable public static var header: LocalName { LocalName(id: 402) }
    /// `url`
    @inlinable public static var url: LocalName { LocalName(id: 403) }
    /// `oob`
    @inlinable public static var oob: LocalName { LocalName(id: 404) }
    /// `html`
    @inlinable public static var html: LocalName { LocalName(id: 405) }
    /// `markup`
    @inlinable public static var markup: LocalName { LocalName(id: 406) }
    /// `span`
    @inlinable public static var span: LocalName { LocalName(id: 407) }
    /// `emphasis`
    @inlinable public static var emphasis: LocalName { LocalName(id: 408) }
    /// `strong`
    @inlinable public static var strong: LocalName { LocalName(id: 409) }
    /// `bquote`
    @inlinable public static var bquote: LocalName { LocalName(id: 410) }
    /// `li`
    @inlinable public static var li: LocalName { LocalName(id: 411) }
    /// `bcode`
    @inlinable public static var bcode: LocalName { LocalName(id: 412) }
    /// `language`
    @inlinable public static var language: LocalName { LocalName(id: 413) }
    /// `strike`
    @inlinable public static var strike: LocalName { LocalName(id: 414) }
    /// `p`
    @inlinable public static var p: LocalName { LocalName(id: 415) }
    /// `br`
    @inlinable public static var br: LocalName { LocalName(id: 416) }
    /// `b`
    @inlinable public static var b: LocalName { LocalName(id: 417) }
    /// `i`
    @inlinable public static var i: LocalName { LocalName(id: 418) }
    /// `em`
    @inlinable public static var em: LocalName { LocalName(id: 419) }
    /// `q`
    @inlinable public static var q: LocalName { LocalName(id: 420) }
    /// `ul`
    @inlinable public static var ul: LocalName { LocalName(id: 421) }
    /// `ol`
    @inlinable public static var ol: LocalName { LocalName(id: 422) }
    /// `style`
    @inlinable public static var style: LocalName { LocalName(id: 423) }
    /// `href`
    @inlinable public static var href: LocalName { LocalName(id: 424) }
    /// `src`
    @inlinable public static var src: LocalName { LocalName(id: 425) }
    /// `alt`
    @inlinable public static var alt: LocalName { LocalName(id: 426) }
    /// `img`
    @inlinable public static var img: LocalName { LocalName(id: 427) }
    /// `blockquote`
    @inlinable public static var blockquote: LocalName { LocalName(id: 428) }
    /// `class`
    @inlinable public static var `class`: LocalName { LocalName(id: 429) }
    /// `encrypted`
    @inlinable public static var encrypted: LocalName { LocalName(id: 430) }
    /// `payload`
    @inlinable public static var payload: LocalName { LocalName(id: 431) }
    /// `iv`
    @inlinable public static var iv: LocalName { LocalName(id: 432) }
    /// `prekey`
    @inlinable public static var prekey: LocalName { LocalName(id: 433) }
    /// `bundle`
    @inlinable public static var bundle: LocalName { LocalName(id: 434) }
    /// `identityKey`
    @inlinable public static var identityKey: LocalName { LocalName(id: 435) }
    /// `signedPreKeyPublic`
    @inlinable public static var signedPreKeyPublic: LocalName { LocalName(id: 436) }
    /// `signedPreKeyId`
    @inlinable public static var signedPreKeyId: LocalName { LocalName(id: 437) }
    /// `signedPreKeySignature`
    @inlinable public static var signedPreKeySignature: LocalName { LocalName(id: 438) }
    /// `preKeyPublic`
    @inlinable public static var preKeyPublic: LocalName { LocalName(id: 439) }
    /// `preKeyId`
    @inlinable public static var preKeyId: LocalName { LocalName(id: 440) }
    /// `prekeys`
    @inlinable public static var prekeys: LocalName { LocalName(id: 441) }
    /// `keys`
    @inlinable public static var keys: LocalName { LocalName(id: 442) }
    /// `devices`
    @inlinable public static var devices: LocalName { LocalName(id: 443) }
    /// `labelsig`
    @inlinable public static var labelsig: LocalName { LocalName(id: 444) }
    /// `spk`
    @inlinable public static var spk: LocalName { LocalName(id: 445) }
    /// `spks`
    @inlinable public static var spks: LocalName { LocalName(id: 446) }
    /// `ik`
    @inlinable public static var ik: LocalName { LocalName(id: 447) }
    /// `pk`
    @inlinable public static var pk: LocalName { LocalName(id: 448) }
    /// `pks`
    @inlinable public static var pks: LocalName { LocalName(id: 449) }
    /// `kex`
    @inlinable public static var kex: LocalName { LocalName(id: 450) }
    /// `envelope`
    @inlinable public static var envelope: LocalName { LocalName(id: 451) }
    /// `rpad`
    @inlinable public static var rpad: LocalName { LocalName(id: 452) }
    /// `signed`
    @inlinable public static var signed: LocalName { LocalName(id: 453) }
    /// `openpgp`
    @inlinable public static var openpgp: LocalName { LocalName(id: 454) }
    /// `sign`
    @inlinable public static var sign: LocalName { LocalName(id: 455) }
    /// `signcrypt`
    @inlinable public static var signcrypt: LocalName { LocalName(id: 456) }
    /// `crypt`
    @inlinable public static var crypt: LocalName { LocalName(id: 457) }
    /// `pubkey`
    @inlinable public static var pubkey: LocalName { LocalName(id: 458) }
    /// `pubkeys-list`
    @inlinable public static var pubkeysList: LocalName { LocalName(id: 459) }
    /// `pubkey-metadata`
    @inlinable public static var pubkeyMetadata: LocalName { LocalName(id: 460) }
    /// `v4-fingerprint`
    @inlinable public static var v4Fingerprint: LocalName { LocalName(id: 461) }
    /// `date`
    @inlinable public static var date: LocalName { LocalName(id: 462) }
    /// `data`
    @inlinable public static var data: LocalName { LocalName(id: 463) }
    /// `secretkey`
    @inlinable public static var secretkey: LocalName { LocalName(id: 464) }
    /// `trust-message`
    @inlinable public static var trustMessage: LocalName { LocalName(id: 465) }
    /// `key-owner`
    @inlinable public static var keyOwner: LocalName { LocalName(id: 466) }
    /// `trust`
    @inlinable public static var trust: LocalName { LocalName(id: 467) }
    /// `distrust`
    @inlinable public static var distrust: LocalName { LocalName(id: 468) }
    /// `crypto`
    @inlinable public static var crypto: LocalName { LocalName(id: 469) }
    /// `vCard`
    @inlinable public static var vCard: LocalName { LocalName(id: 470) }
    /// `photo`
    @inlinable public static var photo: LocalName { LocalName(id: 471) }
    /// `info`
    @inlinable public static var info: LocalName { LocalName(id: 472) }
    /// `bytes`
    @inlinable public static var bytes: LocalName { LocalName(id: 473) }
    /// `pointer`
    @inlinable public static var pointer: LocalName { LocalName(id: 474) }
    /// `FN`
    @inlinable public static var FN: LocalName { LocalName(id: 475) }
    /// `N`
    @inlinable public static var N: LocalName { LocalName(id: 476) }
    /// `FAMILY`
    @inlinable public static var FAMILY: LocalName { LocalName(id: 477) }
    /// `GIVEN`
    @inlinable public static var GIVEN: LocalName { LocalName(id: 478) }
    /// `MIDDLE`
    @inlinable public static var MIDDLE: LocalName { LocalName(id: 479) }
    /// `PREFIX`
    @inlinable public static var PREFIX: LocalName { LocalName(id: 480) }
    /// `SUFFIX`
    @inlinable public static var SUFFIX: LocalName { LocalName(id: 481) }
    /// `NICKNAME`
    @inlinable public static var NICKNAME: LocalName { LocalName(id: 482) }
    /// `PHOTO`
    @inlinable public static var PHOTO: LocalName { LocalName(id: 483) }
    /// `TYPE`
    @inlinable public static var TYPE: LocalName { LocalName(id: 484) }
    /// `BINVAL`
    @inlinable public static var BINVAL: LocalName { LocalName(id: 485) }
    /// `EXTVAL`
    @inlinable public static var EXTVAL: LocalName { LocalName(id: 486) }
    /// `BDAY`
    @inlinable public static var BDAY: LocalName { LocalName(id: 487) }
    /// `ADR`
    @inlinable public static var ADR: LocalName { LocalName(id: 488) }
    /// `HOME`
    @inlinable public static var HOME: LocalName { LocalName(id: 489) }
    /// `WORK`
    @inlinable public static var WORK: LocalName { LocalName(id: 490) }
    /// `POBOX`
    @inlinable public static var POBOX: LocalName { LocalName(id: 491) }
    /// `EXTADD`
    @inlinable public static var EXTADD: LocalName { LocalName(id: 492) }
    /// `EXTADR`
    @inlinable public static var EXTADR: LocalName { LocalName(id: 493) }
    /// `STREET`
    @inlinable public static var STREET: LocalName { LocalName(id: 494) }
    /// `LOCALITY`
    @inlinable public static var LOCALITY: LocalName { LocalName(id: 495) }
    /// `REGION`
    @inlinable public static var REGION: LocalName { LocalName(id: 496) }
    /// `PCODE`
    @inlinable public static var PCODE: LocalName { LocalName(id: 497) }
    /// `CTRY`
    @inlinable public static var CTRY: LocalName { LocalName(id: 498) }
    /// `TEL`
    @inlinable public static var TEL: LocalName { LocalName(id: 499) }
    /// `NUMBER`
    @inlinable public static var NUMBER: LocalName { LocalName(id: 500) }
    /// `VOICE`
    @inlinable public static var VOICE: LocalName { LocalName(id: 501) }
    /// `CELL`
    @inlinable public static var CELL: LocalName { LocalName(id: 502) }
    /// `FAX`
    @inlinable public static var FAX: LocalName { LocalName(id: 503) }
    /// `MSG`
    @inlinable public static var MSG: LocalName { LocalName(id: 504) }
    /// `EMAIL`
    @inlinable public static var EMAIL: LocalName { LocalName(id: 505) }
    /// `INTERNET`
    @inlinable public static var INTERNET: LocalName { LocalName(id: 506) }
    /// `PREF`
    @inlinable public static var PREF: LocalName { LocalName(id: 507) }
    /// `USERID`
    @inlinable public static var USERID: LocalName { LocalName(id: 508) }
    /// `JABBERID`
    @inlinable public static var JABBERID: LocalName { LocalName(id: 509) }
    /// `MAILER`
    @inlinable public static var MAILER: LocalName { LocalName(id: 510) }
    /// `TZ`
    @inlinable public static var TZ: LocalName { LocalName(id: 511) }
    /// `GEO`
    @inlinable public static var GEO: LocalName { LocalName(id: 512) }
    /// `LAT`
    @inlinable public static var LAT: LocalName { LocalName(id: 513) }
    /// `LON`
    @inlinable public static var LON: LocalName { LocalName(id: 514) }
    /// `TITLE`
    @inlinable public static var TITLE: LocalName { LocalName(id: 515) }
    /// `ROLE`
    @inlinable public static var ROLE: LocalName { LocalName(id: 516) }
    /// `LOGO`
    @inlinable public static var LOGO: LocalName { LocalName(id: 517) }
    /// `ORG`
    @inlinable public static var ORG: LocalName { LocalName(id: 518) }
    /// `ORGNAME`
    @inlinable public static var ORGNAME: LocalName { LocalName(id: 519) }
    /// `ORGUNIT`
    @inlinable public static var ORGUNIT: LocalName { LocalName(id: 520) }
    /// `CATEGORIES`
    @inlinable public static var CATEGORIES: LocalName { LocalName(id: 521) }
    /// `KEYWORD`
    @inlinable public static var KEYWORD: LocalName { LocalName(id: 522) }
    /// `NOTE`
    @inlinable public static var NOTE: LocalName { LocalName(id: 523) }
    /// `PRODID`
    @inlinable public static var PRODID: LocalName { LocalName(id: 524) }
    /// `REV`
    @inlinable public static var REV: LocalName { LocalName(id: 525) }
    /// `URL`
    @inlinable public static var URL: LocalName { LocalName(id: 526) }
    /// `UID`
    @inlinable public static var UID: LocalName { LocalName(id: 527) }
    /// `KEY`
    @inlinable public static var KEY: LocalName { LocalName(id: 528) }
    /// `DESC`
    @inlinable public static var DESC: LocalName { LocalName(id: 529) }
    /// `vcard`
    @inlinable public static var vcard: LocalName { LocalName(id: 530) }
    /// `fn`
    @inlinable public static var fn: LocalName { LocalName(id: 531) }
    /// `surname`
    @inlinable public static var surname: LocalName { LocalName(id: 532) }
    /// `given`
    @inlinable public static var given: LocalName { LocalName(id: 533) }
    /// `additional`
    @inlinable public static var additional: LocalName { LocalName(id: 534) }
    /// `nickname`
    @inlinable public static var nickname: LocalName { LocalName(id: 535) }
    /// `bday`
    @inlinable public static var bday: LocalName { LocalName(id: 536) }
    /// `adr`
    @inlinable public static var adr: LocalName { LocalName(id: 537) }
    /// `street`
    @inlinable public static var street: LocalName { LocalName(id: 538) }
    /// `region`
    @inlinable public static var region: LocalName { LocalName(id: 539) }
    /// `pcode`
    @inlinable public static var pcode: LocalName { LocalName(id: 540) }
    /// `country`
    @inlinable public static var country: LocalName { LocalName(id: 541) }
    /// `tel`
    @inlinable public static var tel: LocalName { LocalName(id: 542) }
    /// `email`
    @inlinable public static var email: LocalName { LocalName(id: 543) }
    /// `impp`
    @inlinable public static var impp: LocalName { LocalName(id: 544) }
    /// `org`
    @inlinable public static var org: LocalName { LocalName(id: 545) }
    /// `os`
    @inlinable public static var os: LocalName { LocalName(id: 546) }
    /// `utc`
    @inlinable public static var utc: LocalName { LocalName(id: 547) }
    /// `tzo`
    @inlinable public static var tzo: LocalName { LocalName(id: 548) }
    /// `tz`
    @inlinable public static var tz: LocalName { LocalName(id: 549) }
    /// `mood`
    @inlinable public static var mood: LocalName { LocalName(id: 550) }
    /// `tune`
    @inlinable public static var tune: LocalName { LocalName(id: 551) }
    /// `artist`
    @inlinable public static var artist: LocalName { LocalName(id: 552) }
    /// `length`
    @inlinable public static var length: LocalName { LocalName(id: 553) }
    /// `rating`
    @inlinable public static var rating: LocalName { LocalName(id: 554) }
    /// `source`
    @inlinable public static var source: LocalName { LocalName(id: 555) }
    /// `track`
    @inlinable public static var track: LocalName { LocalName(id: 556) }
    /// `activity`
    @inlinable public static var activity: LocalName { LocalName(id: 557) }
    /// `geoloc`
    @inlinable public static var geoloc: LocalName { LocalName(id: 558) }
    /// `accuracy`
    @inlinable public static var accuracy: LocalName { LocalName(id: 559) }
    /// `lat`
    @inlinable public static var lat: LocalName { LocalName(id: 560) }
    /// `lon`
    @inlinable public static var lon: LocalName { LocalName(id: 561) }
    /// `locality`
    @inlinable public static var locality: LocalName { LocalName(id: 562) }
    /// `timestamp`
    @inlinable public static var timestamp: LocalName { LocalName(id: 563) }
    /// `username`
    @inlinable public static var username: LocalName { LocalName(id: 564) }
    /// `misc`
    @inlinable public static var misc: LocalName { LocalName(id: 565) }
    /// `city`
    @inlinable public static var city: LocalName { LocalName(id: 566) }
    /// `state`
    @inlinable public static var state: LocalName { LocalName(id: 567) }
    /// `zip`
    @inlinable public static var zip: LocalName { LocalName(id: 568) }
    /// `phone`
    @inlinable public static var phone: LocalName { LocalName(id: 569) }
    /// `remove`
    @inlinable public static var remove: LocalName { LocalName(id: 570) }
    /// `registered`
    @inlinable public static var registered: LocalName { LocalName(id: 571) }
    /// `prompt`
    @inlinable public static var prompt: LocalName { LocalName(id: 572) }
    /// `gateway`
    @inlinable public static var gateway: LocalName { LocalName(id: 573) }
    /// `jingle`
    @inlinable public static var jingle: LocalName { LocalName(id: 574) }
    /// `initiator`
    @inlinable public static var initiator: LocalName { LocalName(id: 575) }
    /// `responder`
    @inlinable public static var responder: LocalName { LocalName(id: 576) }
    /// `creator`
    @inlinable public static var creator: LocalName { LocalName(id: 577) }
    /// `disposition`
    @inlinable public static var disposition: LocalName { LocalName(id: 578) }
    /// `senders`
    @inlinable public static var senders: LocalName { LocalName(id: 579) }
    /// `description`
    @inlinable public static var description: LocalName { LocalName(id: 580) }
    /// `transport`
    @inlinable public static var transport: LocalName { LocalName(id: 581) }
    /// `security`
    @inlinable public static var security: LocalName { LocalName(id: 582) }
    /// `payload-type`
    @inlinable public static var payloadType: LocalName { LocalName(id: 583) }
    /// `clockrate`
    @inlinable public static var clockrate: LocalName { LocalName(id: 584) }
    /// `channels`
    @inlinable public static var channels: LocalName { LocalName(id: 585) }
    /// `ptime`
    @inlinable public static var ptime: LocalName { LocalName(id: 586) }
    /// `maxptime`
    @inlinable public static var maxptime: LocalName { LocalName(id: 587) }
    /// `parameter`
    @inlinable public static var parameter: LocalName { LocalName(id: 588) }
    /// `bandwidth`
    @inlinable public static var bandwidth: LocalName { LocalName(id: 589) }
    /// `rtcp-mux`
    @inlinable public static var rtcpMux: LocalName { LocalName(id: 590) }
    /// `rtcp-fb`
    @inlinable public static var rtcpFb: LocalName { LocalName(id: 591) }
    /// `rtcp-fb-trr-int`
    @inlinable public static var rtcpFbTrrInt: LocalName { LocalName(id: 592) }
    /// `rtp-hdrext`
    @inlinable public static var rtpHdrext: LocalName { LocalName(id: 593) }
    /// `extmap-allow-mixed`
    @inlinable public static var extmapAllowMixed: LocalName { LocalName(id: 594) }
    /// `subtype`
    @inlinable public static var subtype: LocalName { LocalName(id: 595) }
    /// `ssrc`
    @inlinable public static var ssrc: LocalName { LocalName(id: 596) }
    /// `ssrc-group`
    @inlinable public static var ssrcGroup: LocalName { LocalName(id: 597) }
    /// `semantics`
    @inlinable public static var semantics: LocalName { LocalName(id: 598) }
    /// `candidate`
    @inlinable public static var candidate: LocalName { LocalName(id: 599) }
    /// `component`
    @inlinable public static var component: LocalName { LocalName(id: 600) }
    /// `foundation`
    @inlinable public static var foundation: LocalName { LocalName(id: 601) }
    /// `generation`
    @inlinable public static var generation: LocalName { LocalName(id: 602) }
    /// `ip`
    @inlinable public static var ip: LocalName { LocalName(id: 603) }
    /// `network`
    @inlinable public static var network: LocalName { LocalName(id: 604) }
    /// `port`
    @inlinable public static var port: LocalName { LocalName(id: 605) }
    /// `protocol`
    @inlinable public static var `protocol`: LocalName { LocalName(id: 606) }
    /// `rel-addr`
    @inlinable public static var relAddr: LocalName { LocalName(id: 607) }
    /// `rel-port`
    @inlinable public static var relPort: LocalName { LocalName(id: 608) }
    /// `pwd`
    @inlinable public static var pwd: LocalName { LocalName(id: 609) }
    /// `ufrag`
    @inlinable public static var ufrag: LocalName { LocalName(id: 610) }
    /// `tcptype`
    @inlinable public static var tcptype: LocalName { LocalName(id: 611) }
    /// `remote-candidate`
    @inlinable public static var remoteCandidate: LocalName { LocalName(id: 612) }
    /// `candidate-used`
    @inlinable public static var candidateUsed: LocalName { LocalName(id: 613) }
    /// `candidate-error`
    @inlinable public static var candidateError: LocalName { LocalName(id: 614) }
    /// `activated`
    @inlinable public static var activated: LocalName { LocalName(id: 615) }
    /// `proxy-error`
    @inlinable public static var proxyError: LocalName { LocalName(id: 616) }
    /// `fingerprint`
    @inlinable public static var fingerprint: LocalName { LocalName(id: 617) }
    /// `setup`
    @inlinable public static var setup: LocalName { LocalName(id: 618) }
    /// `crypto-suite`
    @inlinable public static var cryptoSuite: LocalName { LocalName(id: 619) }
    /// `key-params`
    @inlinable public static var keyParams: LocalName { LocalName(id: 620) }
    /// `session-params`
    @inlinable public static var sessionParams: LocalName { LocalName(id: 621) }
    /// `crypto-required`
    @inlinable public static var cryptoRequired: LocalName { LocalName(id: 622) }
    /// `invalid-crypto`
    @inlinable public static var invalidCrypto: LocalName { LocalName(id: 623) }
    /// `unhold`
    @inlinable public static var unhold: LocalName { LocalName(id: 624) }
    /// `mute`
    @inlinable public static var mute: LocalName { LocalName(id: 625) }
    /// `unmute`
    @inlinable public static var unmute: LocalName { LocalName(id: 626) }
    /// `ringing`
    @inlinable public static var ringing: LocalName { LocalName(id: 627) }
    /// `propose`
    @inlinable public static var propose: LocalName { LocalName(id: 628) }
    /// `reject`
    @inlinable public static var reject: LocalName { LocalName(id: 629) }
    /// `finish`
    @inlinable public static var finish: LocalName { LocalName(id: 630) }
    /// `left`
    @inlinable public static var left: LocalName { LocalName(id: 631) }
    /// `join`
    @inlinable public static var join: LocalName { LocalName(id: 632) }
    /// `video`
    @inlinable public static var video: LocalName { LocalName(id: 633) }
    /// `audio`
    @inlinable public static var audio: LocalName { LocalName(id: 634) }
    /// `busy`
    @inlinable public static var busy: LocalName { LocalName(id: 635) }
    /// `cancel`
    @inlinable public static var cancel: LocalName { LocalName(id: 636) }
    /// `alternative-session`
    @inlinable public static var alternativeSession: LocalName { LocalName(id: 637) }
    /// `connectivity-error`
    @inlinable public static var connectivityError: LocalName { LocalName(id: 638) }
    /// `expired`
    @inlinable public static var expired: LocalName { LocalName(id: 639) }
    /// `failed-application`
    @inlinable public static var failedApplication: LocalName { LocalName(id: 640) }
    /// `failed-transport`
    @inlinable public static var failedTransport: LocalName { LocalName(id: 641) }
    /// `general-error`
    @inlinable public static var generalError: LocalName { LocalName(id: 642) }
    /// `incompatible-parameters`
    @inlinable public static var incompatibleParameters: LocalName { LocalName(id: 643) }
    /// `media-error`
    @inlinable public static var mediaError: LocalName { LocalName(id: 644) }
    /// `security-error`
    @inlinable public static var securityError: LocalName { LocalName(id: 645) }
    /// `timeout`
    @inlinable public static var timeout: LocalName { LocalName(id: 646) }
    /// `unsupported-applications`
    @inlinable public static var unsupportedApplications: LocalName { LocalName(id: 647) }
    /// `unsupported-transports`
    @inlinable public static var unsupportedTransports: LocalName { LocalName(id: 648) }
    /// `out-of-order`
    @inlinable public static var outOfOrder: LocalName { LocalName(id: 649) }
    /// `tie-break`
    @inlinable public static var tieBreak: LocalName { LocalName(id: 650) }
    /// `unknown-session`
    @inlinable public static var unknownSession: LocalName { LocalName(id: 651) }
    /// `security-required`
    @inlinable public static var securityRequired: LocalName { LocalName(id: 652) }
    /// `dtmf`
    @inlinable public static var dtmf: LocalName { LocalName(id: 653) }
    /// `duration`
    @inlinable public static var duration: LocalName { LocalName(id: 654) }
    /// `volume`
    @inlinable public static var volume: LocalName { LocalName(id: 655) }
    /// `cid`
    @inlinable public static var cid: LocalName { LocalName(id: 656) }
    /// `bad-profile`
    @inlinable public static var badProfile: LocalName { LocalName(id: 657) }
    /// `no-valid-streams`
    @inlinable public static var noValidStreams: LocalName { LocalName(id: 658) }
    /// `file`
    @inlinable public static var file: LocalName { LocalName(id: 659) }
    /// `size`
    @inlinable public static var size: LocalName { LocalName(id: 660) }
    /// `slot`
    @inlinable public static var slot: LocalName { LocalName(id: 661) }
    /// `put`
    @inlinable public static var put: LocalName { LocalName(id: 662) }
    /// `get`
    @inlinable public static var get: LocalName { LocalName(id: 663) }
    /// `filename`
    @inlinable public static var filename: LocalName { LocalName(id: 664) }
    /// `content-type`
    @inlinable public static var contentType: LocalName { LocalName(id: 665) }
    /// `purpose`
    @inlinable public static var purpose: LocalName { LocalName(id: 666) }
    /// `file-too-large`
    @inlinable public static var fileTooLarge: LocalName { LocalName(id: 667) }
    /// `max-file-size`
    @inlinable public static var maxFileSize: LocalName { LocalName(id: 668) }
    /// `hash-used`
    @inlinable public static var hashUsed: LocalName { LocalName(id: 669) }
    /// `thumbnail`
    @inlinable public static var thumbnail: LocalName { LocalName(id: 670) }
    /// `media-type`
    @inlinable public static var mediaType: LocalName { LocalName(id: 671) }
    /// `mime-type`
    @inlinable public static var mimeType: LocalName { LocalName(id: 672) }
    /// `offset`
    @inlinable public static var offset: LocalName { LocalName(id: 673) }
    /// `block-size`
    @inlinable public static var blockSize: LocalName { LocalName(id: 674) }
    /// `seq`
    @inlinable public static var seq: LocalName { LocalName(id: 675) }
    /// `stanza`
    @inlinable public static var stanza: LocalName { LocalName(id: 676) }
    /// `streamhost`
    @inlinable public static var streamhost: LocalName { LocalName(id: 677) }
    /// `streamhost-used`
    @inlinable public static var streamhostUsed: LocalName { LocalName(id: 678) }
    /// `activate`
    @inlinable public static var activate: LocalName { LocalName(id: 679) }
    /// `host`
    @inlinable public static var host: LocalName { LocalName(id: 680) }
    /// `mode`
    @inlinable public static var mode: LocalName { LocalName(id: 681) }
    /// `dstaddr`
    @inlinable public static var dstaddr: LocalName { LocalName(id: 682) }
    /// `udpsuccess`
    @inlinable public static var udpsuccess: LocalName { LocalName(id: 683) }
    /// `si`
    @inlinable public static var si: LocalName { LocalName(id: 684) }
    /// `profile`
    @inlinable public static var profile: LocalName { LocalName(id: 685) }
    /// `file-sharing`
    @inlinable public static var fileSharing: LocalName { LocalName(id: 686) }
    /// `sources`
    @inlinable public static var sources: LocalName { LocalName(id: 687) }
    /// `url-data`
    @inlinable public static var urlData: LocalName { LocalName(id: 688) }
    /// `target`
    @inlinable public static var target: LocalName { LocalName(id: 689) }
    /// `checksum`
    @inlinable public static var checksum: LocalName { LocalName(id: 690) }
    /// `sipub`
    @inlinable public static var sipub: LocalName { LocalName(id: 691) }
    /// `max-age`
    @inlinable public static var maxAge: LocalName { LocalName(id: 692) }
    /// `retry`
    @inlinable public static var retry: LocalName { LocalName(id: 693) }
    /// `scheme`
    @inlinable public static var scheme: LocalName { LocalName(id: 694) }
    /// `participant`
    @inlinable public static var participant: LocalName { LocalName(id: 695) }
    /// `mix`
    @inlinable public static var mix: LocalName { LocalName(id: 696) }
    /// `client-join`
    @inlinable public static var clientJoin: LocalName { LocalName(id: 697) }
    /// `client-leave`
    @inlinable public static var clientLeave: LocalName { LocalName(id: 698) }
    /// `leave`
    @inlinable public static var leave: LocalName { LocalName(id: 699) }
    /// `setnick`
    @inlinable public static var setnick: LocalName { LocalName(id: 700) }
    /// `annotate`
    @inlinable public static var annotate: LocalName { LocalName(id: 701) }
    /// `update-subscription`
    @inlinable public static var updateSubscription: LocalName { LocalName(id: 702) }
    /// `privilege`
    @inlinable public static var privilege: LocalName { LocalName(id: 703) }
    /// `perm`
    @inlinable public static var perm: LocalName { LocalName(id: 704) }
    /// `access`
    @inlinable public static var access: LocalName { LocalName(id: 705) }
    /// `privileged_iq`
    @inlinable public static var privilegedIq: LocalName { LocalName(id: 706) }
    /// `delegated`
    @inlinable public static var delegated: LocalName { LocalName(id: 707) }
    /// `delegation`
    @inlinable public static var delegation: LocalName { LocalName(id: 708) }
    /// `delegate`
    @inlinable public static var delegate: LocalName { LocalName(id: 709) }
    /// `attribute`
    @inlinable public static var attribute: LocalName { LocalName(id: 710) }
    /// `archived`
    @inlinable public static var archived: LocalName { LocalName(id: 711) }
    /// `filter`
    @inlinable public static var filter: LocalName { LocalName(id: 712) }
    /// `agent`
    @inlinable public static var agent: LocalName { LocalName(id: 713) }
    /// `archive`
    @inlinable public static var archive: LocalName { LocalName(id: 714) }
    /// `for`
    @inlinable public static var `for`: LocalName { LocalName(id: 715) }
    /// `jinglepub`
    @inlinable public static var jinglepub: LocalName { LocalName(id: 716) }
    /// `attachments`
    @inlinable public static var attachments: LocalName { LocalName(id: 717) }
    /// `available`
    @inlinable public static var available: LocalName { LocalName(id: 718) }
    /// `unbind`
    @inlinable public static var unbind: LocalName { LocalName(id: 719) }
    /// `escape-your-data`
    @inlinable public static var escapeYourData: LocalName { LocalName(id: 720) }
    /// `stanza-too-big`
    @inlinable public static var stanzaTooBig: LocalName { LocalName(id: 721) }
    /// `file-not-available`
    @inlinable public static var fileNotAvailable: LocalName { LocalName(id: 722) }
    /// `disable`
    @inlinable public static var disable: LocalName { LocalName(id: 723) }
    /// `game`
    @inlinable public static var game: LocalName { LocalName(id: 724) }
    /// `happy`
    @inlinable public static var happy: LocalName { LocalName(id: 725) }
    /// `expire`
    @inlinable public static var expire: LocalName { LocalName(id: 726) }
    /// `form_type`
    @inlinable public static var formType: LocalName { LocalName(id: 727) }
    /// `signature`
    @inlinable public static var signature: LocalName { LocalName(id: 728) }
    /// `connect`
    @inlinable public static var connect: LocalName { LocalName(id: 729) }
    /// `push`
    @inlinable public static var push: LocalName { LocalName(id: 730) }
    /// `services`
    @inlinable public static var services: LocalName { LocalName(id: 731) }
    /// `service`
    @inlinable public static var service: LocalName { LocalName(id: 732) }
    /// `restricted`
    @inlinable public static var restricted: LocalName { LocalName(id: 733) }
    /// `credentials`
    @inlinable public static var credentials: LocalName { LocalName(id: 734) }
    /// `captcha`
    @inlinable public static var captcha: LocalName { LocalName(id: 735) }
    /// `ignore`
    @inlinable public static var ignore: LocalName { LocalName(id: 736) }
    /// `securitylabel`
    @inlinable public static var securitylabel: LocalName { LocalName(id: 737) }
    /// `displaymarking`
    @inlinable public static var displaymarking: LocalName { LocalName(id: 738) }
    /// `fgcolor`
    @inlinable public static var fgcolor: LocalName { LocalName(id: 739) }
    /// `bgcolor`
    @inlinable public static var bgcolor: LocalName { LocalName(id: 740) }
    /// `equivalentlabel`
    @inlinable public static var equivalentlabel: LocalName { LocalName(id: 741) }
    /// `catalog`
    @inlinable public static var catalog: LocalName { LocalName(id: 742) }
    /// `restrict`
    @inlinable public static var restrict: LocalName { LocalName(id: 743) }
    /// `upload`
    @inlinable public static var upload: LocalName { LocalName(id: 744) }
    /// `preauth`
    @inlinable public static var preauth: LocalName { LocalName(id: 745) }
    /// `pars`
    @inlinable public static var pars: LocalName { LocalName(id: 746) }
    /// `ibr-token`
    @inlinable public static var ibrToken: LocalName { LocalName(id: 747) }
    /// `invisible`
    @inlinable public static var invisible: LocalName { LocalName(id: 748) }
    /// `visible`
    @inlinable public static var visible: LocalName { LocalName(id: 749) }
    /// `probe`
    @inlinable public static var probe: LocalName { LocalName(id: 750) }
    /// `entry`
    @inlinable public static var entry: LocalName { LocalName(id: 751) }
    /// `updated`
    @inlinable public static var updated: LocalName { LocalName(id: 752) }
    /// `published`
    @inlinable public static var published: LocalName { LocalName(id: 753) }
    /// `summary`
    @inlinable public static var summary: LocalName { LocalName(id: 754) }
    /// `link`
    @inlinable public static var link: LocalName { LocalName(id: 755) }
    /// `rel`
    @inlinable public static var rel: LocalName { LocalName(id: 756) }
    /// `author`
    @inlinable public static var author: LocalName { LocalName(id: 757) }
    /// `generator`
    @inlinable public static var generator: LocalName { LocalName(id: 758) }
    /// `Envelope`
    @inlinable public static var Envelope: LocalName { LocalName(id: 759) }
    /// `Body`
    @inlinable public static var Body: LocalName { LocalName(id: 760) }
    /// `XRD`
    @inlinable public static var XRD: LocalName { LocalName(id: 761) }
    /// `Link`
    @inlinable public static var Link: LocalName { LocalName(id: 762) }
    /// `policy`
    @inlinable public static var policy: LocalName { LocalName(id: 763) }
    /// `reach`
    @inlinable public static var reach: LocalName { LocalName(id: 764) }
    /// `addr`
    @inlinable public static var addr: LocalName { LocalName(id: 765) }
    /// `read`
    @inlinable public static var read: LocalName { LocalName(id: 766) }
    /// `call`
    @inlinable public static var call: LocalName { LocalName(id: 767) }
    /// `sxe`
    @inlinable public static var sxe: LocalName { LocalName(id: 768) }
    /// `chat`
    @inlinable public static var chat: LocalName { LocalName(id: 769) }
    /// `storage`
    @inlinable public static var storage: LocalName { LocalName(id: 770) }
    /// `nil`
    @inlinable public static var `nil`: LocalName { LocalName(id: 771) }
    /// `user`
    @inlinable public static var user: LocalName { LocalName(id: 772) }
    /// `app`
    @inlinable public static var app: LocalName { LocalName(id: 773) }
    /// `application`
    @inlinable public static var application: LocalName { LocalName(id: 774) }
    /// `server`
    @inlinable public static var server: LocalName { LocalName(id: 775) }
    /// `client`
    @inlinable public static var client: LocalName { LocalName(id: 776) }
    /// `created`
    @inlinable public static var created: LocalName { LocalName(id: 777) }
    /// `connected`
    @inlinable public static var connected: LocalName { LocalName(id: 778) }
    /// `permission`
    @inlinable public static var permission: LocalName { LocalName(id: 779) }
    /// `first-seen`
    @inlinable public static var firstSeen: LocalName { LocalName(id: 780) }
    /// `last-seen`
    @inlinable public static var lastSeen: LocalName { LocalName(id: 781) }
    /// `current`
    @inlinable public static var current: LocalName { LocalName(id: 782) }
    /// `number`
    @inlinable public static var number: LocalName { LocalName(id: 783) }
    /// `channel`
    @inlinable public static var channel: LocalName { LocalName(id: 784) }
    /// `delivery`
    @inlinable public static var delivery: LocalName { LocalName(id: 785) }
    /// `extension`
    @inlinable public static var `extension`: LocalName { LocalName(id: 786) }
    /// `import`
    @inlinable public static var `import`: LocalName { LocalName(id: 787) }
    /// `documentation`
    @inlinable public static var documentation: LocalName { LocalName(id: 788) }
    /// `annotation`
    @inlinable public static var annotation: LocalName { LocalName(id: 789) }
}
