// Made by make_names.py from local-names.txt. Do not edit.

extension LocalName {
    /// `xmlns`
    public static var xmlns: LocalName { LocalName(id: 1) }
    /// `message`
    public static var message: LocalName { LocalName(id: 2) }
    /// `presence`
    public static var presence: LocalName { LocalName(id: 3) }
    /// `iq`
    public static var iq: LocalName { LocalName(id: 4) }
    /// `body`
    public static var body: LocalName { LocalName(id: 5) }
    /// `from`
    public static var from: LocalName { LocalName(id: 6) }
    /// `to`
    public static var to: LocalName { LocalName(id: 7) }
    /// `id`
    public static var id: LocalName { LocalName(id: 8) }
    /// `type`
    public static var type: LocalName { LocalName(id: 9) }
    /// `lang`
    public static var lang: LocalName { LocalName(id: 10) }
    /// `version`
    public static var version: LocalName { LocalName(id: 11) }
    /// `stream`
    public static var stream: LocalName { LocalName(id: 12) }
    /// `features`
    public static var features: LocalName { LocalName(id: 13) }
    /// `error`
    public static var error: LocalName { LocalName(id: 14) }
    /// `query`
    public static var query: LocalName { LocalName(id: 15) }
    /// `item`
    public static var item: LocalName { LocalName(id: 16) }
    /// `jid`
    public static var jid: LocalName { LocalName(id: 17) }
    /// `name`
    public static var name: LocalName { LocalName(id: 18) }
    /// `node`
    public static var node: LocalName { LocalName(id: 19) }
    /// `show`
    public static var show: LocalName { LocalName(id: 20) }
    /// `status`
    public static var status: LocalName { LocalName(id: 21) }
    /// `priority`
    public static var priority: LocalName { LocalName(id: 22) }
    /// `subject`
    public static var subject: LocalName { LocalName(id: 23) }
    /// `thread`
    public static var thread: LocalName { LocalName(id: 24) }
    /// `text`
    public static var text: LocalName { LocalName(id: 25) }
    /// `resource`
    public static var resource: LocalName { LocalName(id: 26) }
    /// `session`
    public static var session: LocalName { LocalName(id: 27) }
    /// `bind`
    public static var bind: LocalName { LocalName(id: 28) }
    /// `required`
    public static var required: LocalName { LocalName(id: 29) }
    /// `optional`
    public static var optional: LocalName { LocalName(id: 30) }
    /// `starttls`
    public static var starttls: LocalName { LocalName(id: 31) }
    /// `proceed`
    public static var proceed: LocalName { LocalName(id: 32) }
    /// `failure`
    public static var failure: LocalName { LocalName(id: 33) }
    /// `success`
    public static var success: LocalName { LocalName(id: 34) }
    /// `challenge`
    public static var challenge: LocalName { LocalName(id: 35) }
    /// `response`
    public static var response: LocalName { LocalName(id: 36) }
    /// `auth`
    public static var auth: LocalName { LocalName(id: 37) }
    /// `abort`
    public static var abort: LocalName { LocalName(id: 38) }
    /// `mechanisms`
    public static var mechanisms: LocalName { LocalName(id: 39) }
    /// `mechanism`
    public static var mechanism: LocalName { LocalName(id: 40) }
    /// `mechanism-too-weak`
    public static var mechanismTooWeak: LocalName { LocalName(id: 41) }
    /// `subscription`
    public static var subscription: LocalName { LocalName(id: 42) }
    /// `ask`
    public static var ask: LocalName { LocalName(id: 43) }
    /// `group`
    public static var group: LocalName { LocalName(id: 44) }
    /// `ver`
    public static var ver: LocalName { LocalName(id: 45) }
    /// `approved`
    public static var approved: LocalName { LocalName(id: 46) }
    /// `handshake`
    public static var handshake: LocalName { LocalName(id: 47) }
    /// `result`
    public static var result: LocalName { LocalName(id: 48) }
    /// `verify`
    public static var verify: LocalName { LocalName(id: 49) }
    /// `by`
    public static var by: LocalName { LocalName(id: 50) }
    /// `code`
    public static var code: LocalName { LocalName(id: 51) }
    /// `see-other-host`
    public static var seeOtherHost: LocalName { LocalName(id: 52) }
    /// `redirect`
    public static var redirect: LocalName { LocalName(id: 53) }
    /// `compression`
    public static var compression: LocalName { LocalName(id: 54) }
    /// `method`
    public static var method: LocalName { LocalName(id: 55) }
    /// `compress`
    public static var compress: LocalName { LocalName(id: 56) }
    /// `compressed`
    public static var compressed: LocalName { LocalName(id: 57) }
    /// `enabled`
    public static var enabled: LocalName { LocalName(id: 58) }
    /// `enable`
    public static var enable: LocalName { LocalName(id: 59) }
    /// `resume`
    public static var resume: LocalName { LocalName(id: 60) }
    /// `resumed`
    public static var resumed: LocalName { LocalName(id: 61) }
    /// `r`
    public static var r: LocalName { LocalName(id: 62) }
    /// `a`
    public static var a: LocalName { LocalName(id: 63) }
    /// `h`
    public static var h: LocalName { LocalName(id: 64) }
    /// `max`
    public static var max: LocalName { LocalName(id: 65) }
    /// `location`
    public static var location: LocalName { LocalName(id: 66) }
    /// `previd`
    public static var previd: LocalName { LocalName(id: 67) }
    /// `hash`
    public static var hash: LocalName { LocalName(id: 68) }
    /// `algo`
    public static var algo: LocalName { LocalName(id: 69) }
    /// `open`
    public static var `open`: LocalName { LocalName(id: 70) }
    /// `close`
    public static var close: LocalName { LocalName(id: 71) }
    /// `authentication`
    public static var authentication: LocalName { LocalName(id: 72) }
    /// `inline`
    public static var inline: LocalName { LocalName(id: 73) }
    /// `authenticate`
    public static var authenticate: LocalName { LocalName(id: 74) }
    /// `additional-data`
    public static var additionalData: LocalName { LocalName(id: 75) }
    /// `authorization-identifier`
    public static var authorizationIdentifier: LocalName { LocalName(id: 76) }
    /// `continue`
    public static var `continue`: LocalName { LocalName(id: 77) }
    /// `task`
    public static var task: LocalName { LocalName(id: 78) }
    /// `task-data`
    public static var taskData: LocalName { LocalName(id: 79) }
    /// `tasks`
    public static var tasks: LocalName { LocalName(id: 80) }
    /// `next`
    public static var next: LocalName { LocalName(id: 81) }
    /// `initial-response`
    public static var initialResponse: LocalName { LocalName(id: 82) }
    /// `user-agent`
    public static var userAgent: LocalName { LocalName(id: 83) }
    /// `software`
    public static var software: LocalName { LocalName(id: 84) }
    /// `device`
    public static var device: LocalName { LocalName(id: 85) }
    /// `sasl-channel-binding`
    public static var saslChannelBinding: LocalName { LocalName(id: 86) }
    /// `channel-binding`
    public static var channelBinding: LocalName { LocalName(id: 87) }
    /// `fast`
    public static var fast: LocalName { LocalName(id: 88) }
    /// `token`
    public static var token: LocalName { LocalName(id: 89) }
    /// `request-token`
    public static var requestToken: LocalName { LocalName(id: 90) }
    /// `invalidate`
    public static var invalidate: LocalName { LocalName(id: 91) }
    /// `expiry`
    public static var expiry: LocalName { LocalName(id: 92) }
    /// `count`
    public static var count: LocalName { LocalName(id: 93) }
    /// `tls-0rtt`
    public static var tls0rtt: LocalName { LocalName(id: 94) }
    /// `upgrade`
    public static var upgrade: LocalName { LocalName(id: 95) }
    /// `username`
    public static var username: LocalName { LocalName(id: 96) }
    /// `password`
    public static var password: LocalName { LocalName(id: 97) }
    /// `digest`
    public static var digest: LocalName { LocalName(id: 98) }
    /// `register`
    public static var register: LocalName { LocalName(id: 99) }
    /// `registered`
    public static var registered: LocalName { LocalName(id: 100) }
    /// `remove`
    public static var remove: LocalName { LocalName(id: 101) }
    /// `instructions`
    public static var instructions: LocalName { LocalName(id: 102) }
    /// `email`
    public static var email: LocalName { LocalName(id: 103) }
    /// `xml`
    public static var xml: LocalName { LocalName(id: 104) }
    /// `stanza-too-big`
    public static var stanzaTooBig: LocalName { LocalName(id: 105) }
    /// `limits`
    public static var limits: LocalName { LocalName(id: 106) }
    /// `max-bytes`
    public static var maxBytes: LocalName { LocalName(id: 107) }
    /// `idle-seconds`
    public static var idleSeconds: LocalName { LocalName(id: 108) }
    /// `csi`
    public static var csi: LocalName { LocalName(id: 109) }
    /// `active`
    public static var active: LocalName { LocalName(id: 110) }
    /// `inactive`
    public static var inactive: LocalName { LocalName(id: 111) }
    /// `rid`
    public static var rid: LocalName { LocalName(id: 112) }
    /// `sid`
    public static var sid: LocalName { LocalName(id: 113) }
    /// `wait`
    public static var wait: LocalName { LocalName(id: 114) }
    /// `hold`
    public static var hold: LocalName { LocalName(id: 115) }
    /// `content`
    public static var content: LocalName { LocalName(id: 116) }
    /// `accept`
    public static var accept: LocalName { LocalName(id: 117) }
    /// `key`
    public static var key: LocalName { LocalName(id: 118) }
    /// `newkey`
    public static var newkey: LocalName { LocalName(id: 119) }
    /// `ack`
    public static var ack: LocalName { LocalName(id: 120) }
    /// `authid`
    public static var authid: LocalName { LocalName(id: 121) }
    /// `charsets`
    public static var charsets: LocalName { LocalName(id: 122) }
    /// `condition`
    public static var condition: LocalName { LocalName(id: 123) }
    /// `inactivity`
    public static var inactivity: LocalName { LocalName(id: 124) }
    /// `maxpause`
    public static var maxpause: LocalName { LocalName(id: 125) }
    /// `pause`
    public static var pause: LocalName { LocalName(id: 126) }
    /// `polling`
    public static var polling: LocalName { LocalName(id: 127) }
    /// `report`
    public static var report: LocalName { LocalName(id: 128) }
    /// `requests`
    public static var requests: LocalName { LocalName(id: 129) }
    /// `restart`
    public static var restart: LocalName { LocalName(id: 130) }
    /// `secure`
    public static var secure: LocalName { LocalName(id: 131) }
    /// `restartlogic`
    public static var restartlogic: LocalName { LocalName(id: 132) }
    /// `time`
    public static var time: LocalName { LocalName(id: 133) }
    /// `route`
    public static var route: LocalName { LocalName(id: 134) }
    /// `aborted`
    public static var aborted: LocalName { LocalName(id: 135) }
    /// `account-disabled`
    public static var accountDisabled: LocalName { LocalName(id: 136) }
    /// `bad-format`
    public static var badFormat: LocalName { LocalName(id: 137) }
    /// `bad-namespace-prefix`
    public static var badNamespacePrefix: LocalName { LocalName(id: 138) }
    /// `bad-request`
    public static var badRequest: LocalName { LocalName(id: 139) }
    /// `conflict`
    public static var conflict: LocalName { LocalName(id: 140) }
    /// `connection-timeout`
    public static var connectionTimeout: LocalName { LocalName(id: 141) }
    /// `credentials-expired`
    public static var credentialsExpired: LocalName { LocalName(id: 142) }
    /// `encryption-required`
    public static var encryptionRequired: LocalName { LocalName(id: 143) }
    /// `feature-not-implemented`
    public static var featureNotImplemented: LocalName { LocalName(id: 144) }
    /// `forbidden`
    public static var forbidden: LocalName { LocalName(id: 145) }
    /// `gone`
    public static var gone: LocalName { LocalName(id: 146) }
    /// `host-gone`
    public static var hostGone: LocalName { LocalName(id: 147) }
    /// `host-unknown`
    public static var hostUnknown: LocalName { LocalName(id: 148) }
    /// `improper-addressing`
    public static var improperAddressing: LocalName { LocalName(id: 149) }
    /// `incorrect-encoding`
    public static var incorrectEncoding: LocalName { LocalName(id: 150) }
    /// `internal-server-error`
    public static var internalServerError: LocalName { LocalName(id: 151) }
    /// `invalid-authzid`
    public static var invalidAuthzid: LocalName { LocalName(id: 152) }
    /// `invalid-from`
    public static var invalidFrom: LocalName { LocalName(id: 153) }
    /// `invalid-mechanism`
    public static var invalidMechanism: LocalName { LocalName(id: 154) }
    /// `invalid-namespace`
    public static var invalidNamespace: LocalName { LocalName(id: 155) }
    /// `invalid-xml`
    public static var invalidXml: LocalName { LocalName(id: 156) }
    /// `item-not-found`
    public static var itemNotFound: LocalName { LocalName(id: 157) }
    /// `jid-malformed`
    public static var jidMalformed: LocalName { LocalName(id: 158) }
    /// `malformed-request`
    public static var malformedRequest: LocalName { LocalName(id: 159) }
    /// `not-acceptable`
    public static var notAcceptable: LocalName { LocalName(id: 160) }
    /// `not-allowed`
    public static var notAllowed: LocalName { LocalName(id: 161) }
    /// `not-authorized`
    public static var notAuthorized: LocalName { LocalName(id: 162) }
    /// `not-well-formed`
    public static var notWellFormed: LocalName { LocalName(id: 163) }
    /// `policy-violation`
    public static var policyViolation: LocalName { LocalName(id: 164) }
    /// `recipient-unavailable`
    public static var recipientUnavailable: LocalName { LocalName(id: 165) }
    /// `registration-required`
    public static var registrationRequired: LocalName { LocalName(id: 166) }
    /// `remote-connection-failed`
    public static var remoteConnectionFailed: LocalName { LocalName(id: 167) }
    /// `remote-server-not-found`
    public static var remoteServerNotFound: LocalName { LocalName(id: 168) }
    /// `remote-server-timeout`
    public static var remoteServerTimeout: LocalName { LocalName(id: 169) }
    /// `reset`
    public static var reset: LocalName { LocalName(id: 170) }
    /// `resource-constraint`
    public static var resourceConstraint: LocalName { LocalName(id: 171) }
    /// `restricted-xml`
    public static var restrictedXml: LocalName { LocalName(id: 172) }
    /// `service-unavailable`
    public static var serviceUnavailable: LocalName { LocalName(id: 173) }
    /// `subscription-required`
    public static var subscriptionRequired: LocalName { LocalName(id: 174) }
    /// `system-shutdown`
    public static var systemShutdown: LocalName { LocalName(id: 175) }
    /// `temporary-auth-failure`
    public static var temporaryAuthFailure: LocalName { LocalName(id: 176) }
    /// `undefined-condition`
    public static var undefinedCondition: LocalName { LocalName(id: 177) }
    /// `unexpected-request`
    public static var unexpectedRequest: LocalName { LocalName(id: 178) }
    /// `unsupported-encoding`
    public static var unsupportedEncoding: LocalName { LocalName(id: 179) }
    /// `unsupported-feature`
    public static var unsupportedFeature: LocalName { LocalName(id: 180) }
    /// `unsupported-stanza-type`
    public static var unsupportedStanzaType: LocalName { LocalName(id: 181) }
    /// `unsupported-version`
    public static var unsupportedVersion: LocalName { LocalName(id: 182) }
    /// `stanza`
    public static var stanza: LocalName { LocalName(id: 183) }
    /// `stream-error`
    public static var streamError: LocalName { LocalName(id: 184) }
    /// `request`
    public static var request: LocalName { LocalName(id: 185) }
    /// `markable`
    public static var markable: LocalName { LocalName(id: 186) }
    /// `origin-id`
    public static var originId: LocalName { LocalName(id: 187) }
    /// `stanza-id`
    public static var stanzaId: LocalName { LocalName(id: 188) }
    /// `delay`
    public static var delay: LocalName { LocalName(id: 189) }
    /// `no-store`
    public static var noStore: LocalName { LocalName(id: 190) }
    /// `received`
    public static var received: LocalName { LocalName(id: 191) }
    /// `c`
    public static var c: LocalName { LocalName(id: 192) }
    /// `x`
    public static var x: LocalName { LocalName(id: 193) }
    /// `photo`
    public static var photo: LocalName { LocalName(id: 194) }
    /// `idle`
    public static var idle: LocalName { LocalName(id: 195) }
    /// `forwarded`
    public static var forwarded: LocalName { LocalName(id: 196) }
    /// `occupant-id`
    public static var occupantId: LocalName { LocalName(id: 197) }
    /// `encrypted`
    public static var encrypted: LocalName { LocalName(id: 198) }
    /// `header`
    public static var header: LocalName { LocalName(id: 199) }
    /// `iv`
    public static var iv: LocalName { LocalName(id: 200) }
    /// `payload`
    public static var payload: LocalName { LocalName(id: 201) }
    /// `encryption`
    public static var encryption: LocalName { LocalName(id: 202) }
    /// `store`
    public static var store: LocalName { LocalName(id: 203) }
    /// `pubsub`
    public static var pubsub: LocalName { LocalName(id: 204) }
    /// `items`
    public static var items: LocalName { LocalName(id: 205) }
    /// `bundle`
    public static var bundle: LocalName { LocalName(id: 206) }
    /// `signedPreKeyPublic`
    public static var signedPreKeyPublic: LocalName { LocalName(id: 207) }
    /// `signedPreKeySignature`
    public static var signedPreKeySignature: LocalName { LocalName(id: 208) }
    /// `identityKey`
    public static var identityKey: LocalName { LocalName(id: 209) }
    /// `prekeys`
    public static var prekeys: LocalName { LocalName(id: 210) }
    /// `preKeyPublic`
    public static var preKeyPublic: LocalName { LocalName(id: 211) }
    /// `event`
    public static var event: LocalName { LocalName(id: 212) }
    /// `data`
    public static var data: LocalName { LocalName(id: 213) }
    /// `jingle`
    public static var jingle: LocalName { LocalName(id: 214) }
    /// `description`
    public static var description: LocalName { LocalName(id: 215) }
    /// `payload-type`
    public static var payloadType: LocalName { LocalName(id: 216) }
    /// `parameter`
    public static var parameter: LocalName { LocalName(id: 217) }
    /// `transport`
    public static var transport: LocalName { LocalName(id: 218) }
    /// `candidate`
    public static var candidate: LocalName { LocalName(id: 219) }
    /// `sm`
    public static var sm: LocalName { LocalName(id: 220) }
    /// `stamp`
    public static var stamp: LocalName { LocalName(id: 221) }
    /// `since`
    public static var since: LocalName { LocalName(id: 222) }
    /// `queryid`
    public static var queryid: LocalName { LocalName(id: 223) }
    /// `prekey`
    public static var prekey: LocalName { LocalName(id: 224) }
    /// `namespace`
    public static var namespace: LocalName { LocalName(id: 225) }
    /// `signedPreKeyId`
    public static var signedPreKeyId: LocalName { LocalName(id: 226) }
    /// `preKeyId`
    public static var preKeyId: LocalName { LocalName(id: 227) }
    /// `seq`
    public static var seq: LocalName { LocalName(id: 228) }
    /// `action`
    public static var action: LocalName { LocalName(id: 229) }
    /// `initiator`
    public static var initiator: LocalName { LocalName(id: 230) }
    /// `creator`
    public static var creator: LocalName { LocalName(id: 231) }
    /// `senders`
    public static var senders: LocalName { LocalName(id: 232) }
    /// `media`
    public static var media: LocalName { LocalName(id: 233) }
    /// `clockrate`
    public static var clockrate: LocalName { LocalName(id: 234) }
    /// `channels`
    public static var channels: LocalName { LocalName(id: 235) }
    /// `value`
    public static var value: LocalName { LocalName(id: 236) }
    /// `pwd`
    public static var pwd: LocalName { LocalName(id: 237) }
    /// `ufrag`
    public static var ufrag: LocalName { LocalName(id: 238) }
    /// `component`
    public static var component: LocalName { LocalName(id: 239) }
    /// `foundation`
    public static var foundation: LocalName { LocalName(id: 240) }
    /// `generation`
    public static var generation: LocalName { LocalName(id: 241) }
    /// `ip`
    public static var ip: LocalName { LocalName(id: 242) }
    /// `network`
    public static var network: LocalName { LocalName(id: 243) }
    /// `port`
    public static var port: LocalName { LocalName(id: 244) }
    /// `protocol`
    public static var `protocol`: LocalName { LocalName(id: 245) }
    /// `var`
    public static var `var`: LocalName { LocalName(id: 246) }
    /// `feature`
    public static var feature: LocalName { LocalName(id: 247) }
    /// `field`
    public static var field: LocalName { LocalName(id: 248) }
    /// `category`
    public static var category: LocalName { LocalName(id: 249) }
    /// `identity`
    public static var identity: LocalName { LocalName(id: 250) }
    /// `address`
    public static var address: LocalName { LocalName(id: 251) }
    /// `sub`
    public static var sub: LocalName { LocalName(id: 252) }
    /// `publish`
    public static var publish: LocalName { LocalName(id: 253) }
    /// `label`
    public static var label: LocalName { LocalName(id: 254) }
    /// `ping`
    public static var ping: LocalName { LocalName(id: 255) }
    /// `title`
    public static var title: LocalName { LocalName(id: 256) }
    /// `option`
    public static var option: LocalName { LocalName(id: 257) }
    /// `uri`
    public static var uri: LocalName { LocalName(id: 258) }
    /// `desc`
    public static var desc: LocalName { LocalName(id: 259) }
    /// `unbind`
    public static var unbind: LocalName { LocalName(id: 260) }
    /// `archived`
    public static var archived: LocalName { LocalName(id: 261) }
    /// `subscribe`
    public static var subscribe: LocalName { LocalName(id: 262) }
    /// `affiliation`
    public static var affiliation: LocalName { LocalName(id: 263) }
    /// `role`
    public static var role: LocalName { LocalName(id: 264) }
    /// `dialback`
    public static var dialback: LocalName { LocalName(id: 265) }
    /// `url`
    public static var url: LocalName { LocalName(id: 266) }
    /// `size`
    public static var size: LocalName { LocalName(id: 267) }
    /// `vCard`
    public static var vCard: LocalName { LocalName(id: 268) }
    /// `file`
    public static var file: LocalName { LocalName(id: 269) }
    /// `retract`
    public static var retract: LocalName { LocalName(id: 270) }
    /// `set`
    public static var set: LocalName { LocalName(id: 271) }
    /// `xml-not-well-formed`
    public static var xmlNotWellFormed: LocalName { LocalName(id: 272) }
    /// `start`
    public static var start: LocalName { LocalName(id: 273) }
    /// `list`
    public static var list: LocalName { LocalName(id: 274) }
    /// `profile`
    public static var profile: LocalName { LocalName(id: 275) }
    /// `bidi`
    public static var bidi: LocalName { LocalName(id: 276) }
    /// `nick`
    public static var nick: LocalName { LocalName(id: 277) }
    /// `publish-options`
    public static var publishOptions: LocalName { LocalName(id: 278) }
    /// `ns`
    public static var ns: LocalName { LocalName(id: 279) }
    /// `default`
    public static var `default`: LocalName { LocalName(id: 280) }
    /// `entry`
    public static var entry: LocalName { LocalName(id: 281) }
    /// `responder`
    public static var responder: LocalName { LocalName(id: 282) }
    /// `rel-port`
    public static var relPort: LocalName { LocalName(id: 283) }
    /// `timestamp`
    public static var timestamp: LocalName { LocalName(id: 284) }
    /// `end`
    public static var end: LocalName { LocalName(id: 285) }
    /// `reason`
    public static var reason: LocalName { LocalName(id: 286) }
    /// `storage`
    public static var storage: LocalName { LocalName(id: 287) }
    /// `date`
    public static var date: LocalName { LocalName(id: 288) }
    /// `os`
    public static var os: LocalName { LocalName(id: 289) }
    /// `FN`
    public static var FN: LocalName { LocalName(id: 290) }
    /// `mime-type`
    public static var mimeType: LocalName { LocalName(id: 291) }
    /// `command`
    public static var command: LocalName { LocalName(id: 292) }
    /// `last`
    public static var last: LocalName { LocalName(id: 293) }
    /// `rel-addr`
    public static var relAddr: LocalName { LocalName(id: 294) }
    /// `host`
    public static var host: LocalName { LocalName(id: 295) }
    /// `addresses`
    public static var addresses: LocalName { LocalName(id: 296) }
    /// `utc`
    public static var utc: LocalName { LocalName(id: 297) }
    /// `blocklist`
    public static var blocklist: LocalName { LocalName(id: 298) }
    /// `b`
    public static var b: LocalName { LocalName(id: 299) }
    /// `subid`
    public static var subid: LocalName { LocalName(id: 300) }
    /// `sessionid`
    public static var sessionid: LocalName { LocalName(id: 301) }
    /// `updated`
    public static var updated: LocalName { LocalName(id: 302) }
    /// `options`
    public static var options: LocalName { LocalName(id: 303) }
    /// `first`
    public static var first: LocalName { LocalName(id: 304) }
    /// `configure`
    public static var configure: LocalName { LocalName(id: 305) }
    /// `NICKNAME`
    public static var NICKNAME: LocalName { LocalName(id: 306) }
    /// `target`
    public static var target: LocalName { LocalName(id: 307) }
    /// `errors`
    public static var errors: LocalName { LocalName(id: 308) }
    /// `tag`
    public static var tag: LocalName { LocalName(id: 309) }
    /// `bound`
    public static var bound: LocalName { LocalName(id: 310) }
    /// `range`
    public static var range: LocalName { LocalName(id: 311) }
    /// `unblock`
    public static var unblock: LocalName { LocalName(id: 312) }
    /// `block`
    public static var block: LocalName { LocalName(id: 313) }
    /// `reference`
    public static var reference: LocalName { LocalName(id: 314) }
    /// `setup`
    public static var setup: LocalName { LocalName(id: 315) }
    /// `href`
    public static var href: LocalName { LocalName(id: 316) }
    /// `headers`
    public static var headers: LocalName { LocalName(id: 317) }
    /// `rel`
    public static var rel: LocalName { LocalName(id: 318) }
    /// `summary`
    public static var summary: LocalName { LocalName(id: 319) }
    /// `link`
    public static var link: LocalName { LocalName(id: 320) }
    /// `create`
    public static var create: LocalName { LocalName(id: 321) }
    /// `unsubscribe`
    public static var unsubscribe: LocalName { LocalName(id: 322) }
    /// `lat`
    public static var lat: LocalName { LocalName(id: 323) }
    /// `lon`
    public static var lon: LocalName { LocalName(id: 324) }
    /// `published`
    public static var published: LocalName { LocalName(id: 325) }
    /// `invalid-jid`
    public static var invalidJid: LocalName { LocalName(id: 326) }
    /// `geoloc`
    public static var geoloc: LocalName { LocalName(id: 327) }
    /// `width`
    public static var width: LocalName { LocalName(id: 328) }
    /// `media-type`
    public static var mediaType: LocalName { LocalName(id: 329) }
    /// `height`
    public static var height: LocalName { LocalName(id: 330) }
    /// `datatype`
    public static var datatype: LocalName { LocalName(id: 331) }
    /// `country`
    public static var country: LocalName { LocalName(id: 332) }
    /// `metadata`
    public static var metadata: LocalName { LocalName(id: 333) }
    /// `length`
    public static var length: LocalName { LocalName(id: 334) }
    /// `complete`
    public static var complete: LocalName { LocalName(id: 335) }
    /// `note`
    public static var note: LocalName { LocalName(id: 336) }
    /// `sipub`
    public static var sipub: LocalName { LocalName(id: 337) }
    /// `service`
    public static var service: LocalName { LocalName(id: 338) }
    /// `min`
    public static var min: LocalName { LocalName(id: 339) }
    /// `tzo`
    public static var tzo: LocalName { LocalName(id: 340) }
    /// `mood`
    public static var mood: LocalName { LocalName(id: 341) }
    /// `happy`
    public static var happy: LocalName { LocalName(id: 342) }
    /// `destroy`
    public static var destroy: LocalName { LocalName(id: 343) }
    /// `contentType`
    public static var contentType: LocalName { LocalName(id: 344) }
    /// `timeout`
    public static var timeout: LocalName { LocalName(id: 345) }
    /// `si`
    public static var si: LocalName { LocalName(id: 346) }
    /// `delete`
    public static var delete: LocalName { LocalName(id: 347) }
    /// `publisher`
    public static var publisher: LocalName { LocalName(id: 348) }
    /// `index`
    public static var index: LocalName { LocalName(id: 349) }
    /// `url-data`
    public static var urlData: LocalName { LocalName(id: 350) }
    /// `locality`
    public static var locality: LocalName { LocalName(id: 351) }
    /// `source`
    public static var source: LocalName { LocalName(id: 352) }
    /// `no-copy`
    public static var noCopy: LocalName { LocalName(id: 353) }
    /// `parameters`
    public static var parameters: LocalName { LocalName(id: 354) }
    /// `expire`
    public static var expire: LocalName { LocalName(id: 355) }
    /// `unsupported-method`
    public static var unsupportedMethod: LocalName { LocalName(id: 356) }
    /// `cid`
    public static var cid: LocalName { LocalName(id: 357) }
    /// `ref`
    public static var ref: LocalName { LocalName(id: 358) }
    /// `agent`
    public static var agent: LocalName { LocalName(id: 359) }
    /// `order`
    public static var order: LocalName { LocalName(id: 360) }
    /// `validate`
    public static var validate: LocalName { LocalName(id: 361) }
    /// `cancel`
    public static var cancel: LocalName { LocalName(id: 362) }
    /// `conference`
    public static var conference: LocalName { LocalName(id: 363) }
    /// `failed`
    public static var failed: LocalName { LocalName(id: 364) }
    /// `state`
    public static var state: LocalName { LocalName(id: 365) }
    /// `thing`
    public static var thing: LocalName { LocalName(id: 366) }
    /// `frobnicate`
    public static var frobnicate: LocalName { LocalName(id: 367) }
    /// `displayed`
    public static var displayed: LocalName { LocalName(id: 368) }
    /// `game`
    public static var game: LocalName { LocalName(id: 369) }
    /// `URI`
    public static var URI: LocalName { LocalName(id: 370) }
    /// `max_items`
    public static var maxItems: LocalName { LocalName(id: 371) }
    /// `bytes`
    public static var bytes: LocalName { LocalName(id: 372) }
    /// `setup-failed`
    public static var setupFailed: LocalName { LocalName(id: 373) }
    /// `affiliations`
    public static var affiliations: LocalName { LocalName(id: 374) }
    /// `configuration`
    public static var configuration: LocalName { LocalName(id: 375) }
    /// `subscriptions`
    public static var subscriptions: LocalName { LocalName(id: 376) }
    /// `unsupported`
    public static var unsupported: LocalName { LocalName(id: 377) }
    /// `configuration-required`
    public static var configurationRequired: LocalName { LocalName(id: 378) }
    /// `presence-subscription-required`
    public static var presenceSubscriptionRequired: LocalName { LocalName(id: 379) }
    /// `invalid-options`
    public static var invalidOptions: LocalName { LocalName(id: 380) }
    /// `payload-too-big`
    public static var payloadTooBig: LocalName { LocalName(id: 381) }
    /// `PREF`
    public static var PREF: LocalName { LocalName(id: 382) }
    /// `INTERNET`
    public static var INTERNET: LocalName { LocalName(id: 383) }
    /// `USERID`
    public static var USERID: LocalName { LocalName(id: 384) }
    /// `FAMILY`
    public static var FAMILY: LocalName { LocalName(id: 385) }
    /// `MIDDLE`
    public static var MIDDLE: LocalName { LocalName(id: 386) }
    /// `N`
    public static var N: LocalName { LocalName(id: 387) }
    /// `JABBERID`
    public static var JABBERID: LocalName { LocalName(id: 388) }
    /// `EMAIL`
    public static var EMAIL: LocalName { LocalName(id: 389) }
    /// `GIVEN`
    public static var GIVEN: LocalName { LocalName(id: 390) }
    /// `file-sharing`
    public static var fileSharing: LocalName { LocalName(id: 391) }
    /// `sources`
    public static var sources: LocalName { LocalName(id: 392) }
    /// `jinglepub`
    public static var jinglepub: LocalName { LocalName(id: 393) }
    /// `seqnr`
    public static var seqnr: LocalName { LocalName(id: 394) }
    /// `req`
    public static var req: LocalName { LocalName(id: 395) }
    /// `int`
    public static var int: LocalName { LocalName(id: 396) }
    /// `userToken`
    public static var userToken: LocalName { LocalName(id: 397) }
    /// `nodeId`
    public static var nodeId: LocalName { LocalName(id: 398) }
    /// `reactions`
    public static var reactions: LocalName { LocalName(id: 399) }
    /// `reaction`
    public static var reaction: LocalName { LocalName(id: 400) }
    /// `attachments`
    public static var attachments: LocalName { LocalName(id: 401) }
    /// `begin`
    public static var begin: LocalName { LocalName(id: 402) }
    /// `starting`
    public static var starting: LocalName { LocalName(id: 403) }
    /// `artist`
    public static var artist: LocalName { LocalName(id: 404) }
    /// `track`
    public static var track: LocalName { LocalName(id: 405) }
    /// `tune`
    public static var tune: LocalName { LocalName(id: 406) }
    /// `visible`
    public static var visible: LocalName { LocalName(id: 407) }
    /// `conference-info`
    public static var conferenceInfo: LocalName { LocalName(id: 408) }
    /// `composing`
    public static var composing: LocalName { LocalName(id: 409) }
    /// `seconds`
    public static var seconds: LocalName { LocalName(id: 410) }
    /// `reported`
    public static var reported: LocalName { LocalName(id: 411) }
    /// `external`
    public static var external: LocalName { LocalName(id: 412) }
    /// `invite`
    public static var invite: LocalName { LocalName(id: 413) }
    /// `securitylabel`
    public static var securitylabel: LocalName { LocalName(id: 414) }
    /// `displaymarking`
    public static var displaymarking: LocalName { LocalName(id: 415) }
    /// `restrict`
    public static var restrict: LocalName { LocalName(id: 416) }
    /// `bgcolor`
    public static var bgcolor: LocalName { LocalName(id: 417) }
    /// `esssecuritylabel`
    public static var esssecuritylabel: LocalName { LocalName(id: 418) }
    /// `catalog`
    public static var catalog: LocalName { LocalName(id: 419) }
    /// `selector`
    public static var selector: LocalName { LocalName(id: 420) }
    /// `fgcolor`
    public static var fgcolor: LocalName { LocalName(id: 421) }
    /// `failed-application`
    public static var failedApplication: LocalName { LocalName(id: 422) }
    /// `unsupported-applications`
    public static var unsupportedApplications: LocalName { LocalName(id: 423) }
    /// `secs`
    public static var secs: LocalName { LocalName(id: 424) }
    /// `activity`
    public static var activity: LocalName { LocalName(id: 425) }
    /// `private`
    public static var `private`: LocalName { LocalName(id: 426) }
    /// `alt`
    public static var alt: LocalName { LocalName(id: 427) }
    /// `actions`
    public static var actions: LocalName { LocalName(id: 428) }
    /// `channel`
    public static var channel: LocalName { LocalName(id: 429) }
    /// `Algorithm`
    public static var Algorithm: LocalName { LocalName(id: 430) }
    /// `Signature`
    public static var Signature: LocalName { LocalName(id: 431) }
    /// `SignedInfo`
    public static var SignedInfo: LocalName { LocalName(id: 432) }
    /// `SignatureValue`
    public static var SignatureValue: LocalName { LocalName(id: 433) }
    /// `openpgp`
    public static var openpgp: LocalName { LocalName(id: 434) }
    /// `filter`
    public static var filter: LocalName { LocalName(id: 435) }
    /// `num`
    public static var num: LocalName { LocalName(id: 436) }
    /// `max-age`
    public static var maxAge: LocalName { LocalName(id: 437) }
    /// `modified`
    public static var modified: LocalName { LocalName(id: 438) }
    /// `user`
    public static var user: LocalName { LocalName(id: 439) }
    /// `checksum`
    public static var checksum: LocalName { LocalName(id: 440) }
    /// `collection`
    public static var collection: LocalName { LocalName(id: 441) }
    /// `Description`
    public static var Description: LocalName { LocalName(id: 442) }
    /// `escape-your-data`
    public static var escapeYourData: LocalName { LocalName(id: 443) }
    /// `info`
    public static var info: LocalName { LocalName(id: 444) }
    /// `scheme`
    public static var scheme: LocalName { LocalName(id: 445) }
    /// `notify`
    public static var notify: LocalName { LocalName(id: 446) }
    /// `revoke`
    public static var revoke: LocalName { LocalName(id: 447) }
    /// `fallback`
    public static var fallback: LocalName { LocalName(id: 448) }
    /// `for`
    public static var `for`: LocalName { LocalName(id: 449) }
    /// `signature`
    public static var signature: LocalName { LocalName(id: 450) }
    /// `connect`
    public static var connect: LocalName { LocalName(id: 451) }
    /// `room`
    public static var room: LocalName { LocalName(id: 452) }
    /// `amp`
    public static var amp: LocalName { LocalName(id: 453) }
    /// `new`
    public static var new: LocalName { LocalName(id: 454) }
    /// `per-hop`
    public static var perHop: LocalName { LocalName(id: 455) }
    /// `mac`
    public static var mac: LocalName { LocalName(id: 456) }
    /// `old`
    public static var old: LocalName { LocalName(id: 457) }
    /// `rule`
    public static var rule: LocalName { LocalName(id: 458) }
    /// `ext`
    public static var ext: LocalName { LocalName(id: 459) }
    /// `presence-out`
    public static var presenceOut: LocalName { LocalName(id: 460) }
    /// `basic`
    public static var basic: LocalName { LocalName(id: 461) }
    /// `autojoin`
    public static var autojoin: LocalName { LocalName(id: 462) }
    /// `tz`
    public static var tz: LocalName { LocalName(id: 463) }
    /// `region`
    public static var region: LocalName { LocalName(id: 464) }
    /// `pref`
    public static var pref: LocalName { LocalName(id: 465) }
    /// `n`
    public static var n: LocalName { LocalName(id: 466) }
    /// `fingerprint`
    public static var fingerprint: LocalName { LocalName(id: 467) }
    /// `block-size`
    public static var blockSize: LocalName { LocalName(id: 468) }
    /// `Body`
    public static var Body: LocalName { LocalName(id: 469) }
    /// `Envelope`
    public static var Envelope: LocalName { LocalName(id: 470) }
    /// `mode`
    public static var mode: LocalName { LocalName(id: 471) }
    /// `offer`
    public static var offer: LocalName { LocalName(id: 472) }
    /// `available`
    public static var available: LocalName { LocalName(id: 473) }
    /// `fin`
    public static var fin: LocalName { LocalName(id: 474) }
    /// `notbody`
    public static var notbody: LocalName { LocalName(id: 475) }
}
