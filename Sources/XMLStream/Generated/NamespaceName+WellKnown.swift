// Made by make_names.py from namespaces.txt. Do not edit.

extension NamespaceName {
    /// `http://www.w3.org/XML/1998/namespace`
    @inlinable public static var xml: NamespaceName { NamespaceName(id: 1) }
    /// `http://www.w3.org/2000/xmlns/`
    @inlinable public static var xmlns: NamespaceName { NamespaceName(id: 2) }
    /// `jabber:client`
    @inlinable public static var jabberClient: NamespaceName { NamespaceName(id: 3) }
    /// `jabber:server`
    @inlinable public static var jabberServer: NamespaceName { NamespaceName(id: 4) }
    /// `jabber:component:accept`
    @inlinable public static var jabberComponentAccept: NamespaceName { NamespaceName(id: 5) }
    /// `http://etherx.jabber.org/streams`
    @inlinable public static var streams: NamespaceName { NamespaceName(id: 6) }
    /// `urn:ietf:params:xml:ns:xmpp-streams`
    @inlinable public static var streamErrors: NamespaceName { NamespaceName(id: 7) }
    /// `urn:ietf:params:xml:ns:xmpp-stanzas`
    @inlinable public static var stanzaErrors: NamespaceName { NamespaceName(id: 8) }
    /// `urn:ietf:params:xml:ns:xmpp-tls`
    @inlinable public static var tls: NamespaceName { NamespaceName(id: 9) }
    /// `urn:ietf:params:xml:ns:xmpp-sasl`
    @inlinable public static var sasl: NamespaceName { NamespaceName(id: 10) }
    /// `urn:ietf:params:xml:ns:xmpp-bind`
    @inlinable public static var bind: NamespaceName { NamespaceName(id: 11) }
    /// `urn:ietf:params:xml:ns:xmpp-session`
    @inlinable public static var session: NamespaceName { NamespaceName(id: 12) }
    /// `urn:ietf:params:xml:ns:xmpp-framing`
    @inlinable public static var framing: NamespaceName { NamespaceName(id: 13) }
    /// `urn:ietf:params:xml:ns:xmpp-framing-server`
    @inlinable public static var framingServer: NamespaceName { NamespaceName(id: 14) }
    /// `jabber:component:connect`
    @inlinable public static var jabberComponentConnect: NamespaceName { NamespaceName(id: 15) }
    /// `jabber:server:dialback`
    @inlinable public static var dialback: NamespaceName { NamespaceName(id: 16) }
    /// `urn:xmpp:features:dialback`
    @inlinable public static var featuresDialback: NamespaceName { NamespaceName(id: 17) }
    /// `urn:xmpp:dialback:errors`
    @inlinable public static var dialbackErrors: NamespaceName { NamespaceName(id: 18) }
    /// `urn:xmpp:features:rosterver`
    @inlinable public static var featuresRosterver: NamespaceName { NamespaceName(id: 19) }
    /// `urn:xmpp:features:pre-approval`
    @inlinable public static var featuresPreApproval: NamespaceName { NamespaceName(id: 20) }
    /// `urn:xmpp:features:bidi`
    @inlinable public static var featuresBidi: NamespaceName { NamespaceName(id: 21) }
    /// `urn:xmpp:bidi`
    @inlinable public static var bidi: NamespaceName { NamespaceName(id: 22) }
    /// `http://jabber.org/features/iq-auth`
    @inlinable public static var featuresIqAuth: NamespaceName { NamespaceName(id: 23) }
    /// `http://jabber.org/features/iq-register`
    @inlinable public static var featuresIqRegister: NamespaceName { NamespaceName(id: 24) }
    /// `http://jabber.org/features/compress`
    @inlinable public static var featuresCompress: NamespaceName { NamespaceName(id: 25) }
    /// `http://jabber.org/protocol/compress`
    @inlinable public static var compress: NamespaceName { NamespaceName(id: 26) }
    /// `http://jabber.org/protocol/compress/exi`
    @inlinable public static var compressExi: NamespaceName { NamespaceName(id: 27) }
    /// `http://jabber.org/protocol/httpbind`
    @inlinable public static var httpBind: NamespaceName { NamespaceName(id: 28) }
    /// `urn:xmpp:xbosh`
    @inlinable public static var xbosh: NamespaceName { NamespaceName(id: 29) }
    /// `urn:xmpp:sm:2`
    @inlinable public static var streamManagement2: NamespaceName { NamespaceName(id: 30) }
    /// `urn:xmpp:sm:3`
    @inlinable public static var streamManagement3: NamespaceName { NamespaceName(id: 31) }
    /// `urn:xmpp:csi:0`
    @inlinable public static var clientState: NamespaceName { NamespaceName(id: 32) }
    /// `urn:xmpp:sasl:0`
    @inlinable public static var sasl0: NamespaceName { NamespaceName(id: 33) }
    /// `urn:xmpp:sasl:1`
    @inlinable public static var sasl1: NamespaceName { NamespaceName(id: 34) }
    /// `urn:xmpp:sasl:2`
    @inlinable public static var sasl2: NamespaceName { NamespaceName(id: 35) }
    /// `urn:xmpp:sasl:upgrade:0`
    @inlinable public static var saslUpgrade0: NamespaceName { NamespaceName(id: 36) }
    /// `urn:xmpp:sasl-cb:0`
    @inlinable public static var saslChannelBinding: NamespaceName { NamespaceName(id: 37) }
    /// `urn:xmpp:scram-upgrade:0`
    @inlinable public static var scramUpgrade0: NamespaceName { NamespaceName(id: 38) }
    /// `urn:xmpp:bind:0`
    @inlinable public static var bind2: NamespaceName { NamespaceName(id: 39) }
    /// `urn:xmpp:bind2:1`
    @inlinable public static var bind2Draft: NamespaceName { NamespaceName(id: 40) }
    /// `urn:xmpp:fast:0`
    @inlinable public static var fast0: NamespaceName { NamespaceName(id: 41) }
    /// `urn:xmpp:stream-limits:0`
    @inlinable public static var streamLimits0: NamespaceName { NamespaceName(id: 42) }
    /// `urn:xmpp:domain-based-name:1`
    @inlinable public static var domainBasedName1: NamespaceName { NamespaceName(id: 43) }
    /// `https://xmpp.org/extensions/isr/0`
    @inlinable public static var isr0: NamespaceName { NamespaceName(id: 44) }
    /// `urn:xmpp:component:0`
    @inlinable public static var component0: NamespaceName { NamespaceName(id: 45) }
    /// `urn:xmpp:errors`
    @inlinable public static var errors: NamespaceName { NamespaceName(id: 46) }
    /// `urn:xmpp:ibr-token:0`
    @inlinable public static var ibrToken0: NamespaceName { NamespaceName(id: 47) }
    /// `urn:xmpp:ping`
    @inlinable public static var ping: NamespaceName { NamespaceName(id: 48) }
    /// `urn:xmpp:keepalive:0`
    @inlinable public static var keepalive0: NamespaceName { NamespaceName(id: 49) }
    /// `urn:xmpp:alt-connections:websocket`
    @inlinable public static var altConnectionsWebsocket: NamespaceName { NamespaceName(id: 50) }
    /// `urn:xmpp:alt-connections:xbosh`
    @inlinable public static var altConnectionsXbosh: NamespaceName { NamespaceName(id: 51) }
    /// `jabber:iq:roster`
    @inlinable public static var roster: NamespaceName { NamespaceName(id: 52) }
    /// `http://jabber.org/protocol/chatstates`
    @inlinable public static var chatStates: NamespaceName { NamespaceName(id: 53) }
    /// `urn:xmpp:receipts`
    @inlinable public static var receipts: NamespaceName { NamespaceName(id: 54) }
    /// `urn:xmpp:chat-markers:0`
    @inlinable public static var chatMarkers0: NamespaceName { NamespaceName(id: 55) }
    /// `urn:xmpp:delay`
    @inlinable public static var delay: NamespaceName { NamespaceName(id: 56) }
    /// `urn:xmpp:sid:0`
    @inlinable public static var stanzaIDs: NamespaceName { NamespaceName(id: 57) }
    /// `urn:xmpp:hints`
    @inlinable public static var hints: NamespaceName { NamespaceName(id: 58) }
    /// `urn:xmpp:carbons:1`
    @inlinable public static var carbons1: NamespaceName { NamespaceName(id: 59) }
    /// `urn:xmpp:carbons:2`
    @inlinable public static var carbons2: NamespaceName { NamespaceName(id: 60) }
    /// `urn:xmpp:forward:0`
    @inlinable public static var forward0: NamespaceName { NamespaceName(id: 61) }
    /// `urn:xmpp:mam:0`
    @inlinable public static var mam0: NamespaceName { NamespaceName(id: 62) }
    /// `urn:xmpp:mam:1`
    @inlinable public static var mam1: NamespaceName { NamespaceName(id: 63) }
    /// `urn:xmpp:mam:2`
    @inlinable public static var mam2: NamespaceName { NamespaceName(id: 64) }
    /// `urn:xmpp:mam:2#extended`
    @inlinable public static var mam2Extended: NamespaceName { NamespaceName(id: 65) }
    /// `urn:xmpp:mam:tmp`
    @inlinable public static var mamTmp: NamespaceName { NamespaceName(id: 66) }
    /// `urn:xmpp:archive`
    @inlinable public static var archive: NamespaceName { NamespaceName(id: 67) }
    /// `urn:xmpp:idle:1`
    @inlinable public static var idle1: NamespaceName { NamespaceName(id: 68) }
    /// `urn:xmpp:occupant-id:0`
    @inlinable public static var occupantId0: NamespaceName { NamespaceName(id: 69) }
    /// `urn:xmpp:eme:0`
    @inlinable public static var eme0: NamespaceName { NamespaceName(id: 70) }
    /// `urn:xmpp:reply:0`
    @inlinable public static var reply0: NamespaceName { NamespaceName(id: 71) }
    /// `urn:xmpp:reactions:0`
    @inlinable public static var reactions0: NamespaceName { NamespaceName(id: 72) }
    /// `urn:xmpp:fallback:0`
    @inlinable public static var fallback0: NamespaceName { NamespaceName(id: 73) }
    /// `urn:xmpp:reference:0`
    @inlinable public static var reference0: NamespaceName { NamespaceName(id: 74) }
    /// `urn:xmpp:message-correct:0`
    @inlinable public static var messageCorrect0: NamespaceName { NamespaceName(id: 75) }
    /// `urn:xmpp:message-retract:0`
    @inlinable public static var messageRetract0: NamespaceName { NamespaceName(id: 76) }
    /// `urn:xmpp:message-retract:1`
    @inlinable public static var messageRetract1: NamespaceName { NamespaceName(id: 77) }
    /// `urn:xmpp:message-moderate:0`
    @inlinable public static var messageModerate0: NamespaceName { NamespaceName(id: 78) }
    /// `urn:xmpp:message-moderate:1`
    @inlinable public static var messageModerate1: NamespaceName { NamespaceName(id: 79) }
    /// `urn:xmpp:fasten:0`
    @inlinable public static var fasten0: NamespaceName { NamespaceName(id: 80) }
    /// `urn:xmpp:message-attaching:1`
    @inlinable public static var messageAttaching1: NamespaceName { NamespaceName(id: 81) }
    /// `urn:xmpp:spoiler:0`
    @inlinable public static var spoiler0: NamespaceName { NamespaceName(id: 82) }
    /// `urn:xmpp:attention:0`
    @inlinable public static var attention0: NamespaceName { NamespaceName(id: 83) }
    /// `urn:xmpp:markup:0`
    @inlinable public static var markup0: NamespaceName { NamespaceName(id: 84) }
    /// `urn:xmpp:styling:0`
    @inlinable public static var styling0: NamespaceName { NamespaceName(id: 85) }
    /// `urn:xmpp:rtt:0`
    @inlinable public static var rtt0: NamespaceName { NamespaceName(id: 86) }
    /// `urn:xmpp:mds:displayed:0`
    @inlinable public static var mdsDisplayed0: NamespaceName { NamespaceName(id: 87) }
    /// `urn:xmpp:inbox:0`
    @inlinable public static var inbox0: NamespaceName { NamespaceName(id: 88) }
    /// `urn:xmpp:call-invites:0`
    @inlinable public static var callInvites0: NamespaceName { NamespaceName(id: 89) }
    /// `urn:xmpp:blocking`
    @inlinable public static var blocking: NamespaceName { NamespaceName(id: 90) }
    /// `urn:xmpp:blocking:errors`
    @inlinable public static var blockingErrors: NamespaceName { NamespaceName(id: 91) }
    /// `urn:xmpp:reporting:0`
    @inlinable public static var reporting0: NamespaceName { NamespaceName(id: 92) }
    /// `urn:xmpp:reporting:1`
    @inlinable public static var reporting1: NamespaceName { NamespaceName(id: 93) }
    /// `urn:xmpp:spam:0`
    @inlinable public static var spam0: NamespaceName { NamespaceName(id: 94) }
    /// `urn:xmpp:bob`
    @inlinable public static var bob: NamespaceName { NamespaceName(id: 95) }
    /// `urn:xmpp:captcha`
    @inlinable public static var captcha: NamespaceName { NamespaceName(id: 96) }
    /// `urn:xmpp:cmr:0`
    @inlinable public static var cmr0: NamespaceName { NamespaceName(id: 97) }
    /// `urn:xmpp:channel-search:0:search`
    @inlinable public static var channelSearch0Search: NamespaceName { NamespaceName(id: 98) }
    /// `jabber:iq:privacy`
    @inlinable public static var jabberIqPrivacy: NamespaceName { NamespaceName(id: 99) }
    /// `jabber:iq:last`
    @inlinable public static var jabberIqLast: NamespaceName { NamespaceName(id: 100) }
    /// `jabber:iq:private`
    @inlinable public static var jabberIqPrivate: NamespaceName { NamespaceName(id: 101) }
    /// `jabber:iq:time`
    @inlinable public static var jabberIqTime: NamespaceName { NamespaceName(id: 102) }
    /// `jabber:iq:version`
    @inlinable public static var jabberIqVersion: NamespaceName { NamespaceName(id: 103) }
    /// `jabber:iq:oob`
    @inlinable public static var jabberIqOob: NamespaceName { NamespaceName(id: 104) }
    /// `jabber:iq:search`
    @inlinable public static var jabberIqSearch: NamespaceName { NamespaceName(id: 105) }
    /// `jabber:iq:gateway`
    @inlinable public static var jabberIqGateway: NamespaceName { NamespaceName(id: 106) }
    /// `jabber:iq:auth`
    @inlinable public static var jabberIqAuth: NamespaceName { NamespaceName(id: 107) }
    /// `jabber:iq:register`
    @inlinable public static var jabberIqRegister: NamespaceName { NamespaceName(id: 108) }
    /// `jabber:iq:agents`
    @inlinable public static var jabberIqAgents: NamespaceName { NamespaceName(id: 109) }
    /// `jabber:iq:browse`
    @inlinable public static var jabberIqBrowse: NamespaceName { NamespaceName(id: 110) }
    /// `jabber:iq:rpc`
    @inlinable public static var jabberIqRpc: NamespaceName { NamespaceName(id: 111) }
    /// `jabber:iq:avatar`
    @inlinable public static var jabberIqAvatar: NamespaceName { NamespaceName(id: 112) }
    /// `jabber:x:data`
    @inlinable public static var dataForms: NamespaceName { NamespaceName(id: 113) }
    /// `jabber:x:oob`
    @inlinable public static var jabberXOob: NamespaceName { NamespaceName(id: 114) }
    /// `jabber:x:conference`
    @inlinable public static var jabberXConference: NamespaceName { NamespaceName(id: 115) }
    /// `jabber:x:encrypted`
    @inlinable public static var jabberXEncrypted: NamespaceName { NamespaceName(id: 116) }
    /// `jabber:x:signed`
    @inlinable public static var jabberXSigned: NamespaceName { NamespaceName(id: 117) }
    /// `jabber:x:event`
    @inlinable public static var jabberXEvent: NamespaceName { NamespaceName(id: 118) }
    /// `jabber:x:delay`
    @inlinable public static var jabberXDelay: NamespaceName { NamespaceName(id: 119) }
    /// `jabber:x:roster`
    @inlinable public static var jabberXRoster: NamespaceName { NamespaceName(id: 120) }
    /// `http://jabber.org/protocol/rosterx`
    @inlinable public static var rosterExchange: NamespaceName { NamespaceName(id: 121) }
    /// `http://jabber.org/protocol/address`
    @inlinable public static var address: NamespaceName { NamespaceName(id: 122) }
    /// `http://jabber.org/protocol/amp`
    @inlinable public static var amp: NamespaceName { NamespaceName(id: 123) }
    /// `http://jabber.org/protocol/amp#errors`
    @inlinable public static var ampErrors: NamespaceName { NamespaceName(id: 124) }
    /// `http://jabber.org/protocol/xhtml-im`
    @inlinable public static var xhtmlIm: NamespaceName { NamespaceName(id: 125) }
    /// `http://www.w3.org/1999/xhtml`
    @inlinable public static var xhtml: NamespaceName { NamespaceName(id: 126) }
    /// `http://jabber.org/protocol/shim`
    @inlinable public static var shim: NamespaceName { NamespaceName(id: 127) }
    /// `http://jabber.org/protocol/nick`
    @inlinable public static var nick: NamespaceName { NamespaceName(id: 128) }
    /// `http://jabber.org/protocol/offline`
    @inlinable public static var offline: NamespaceName { NamespaceName(id: 129) }
    /// `http://jabber.org/protocol/http-auth`
    @inlinable public static var httpAuth: NamespaceName { NamespaceName(id: 130) }
    /// `http://jabber.org/protocol/sipub`
    @inlinable public static var sipub: NamespaceName { NamespaceName(id: 131) }
    /// `http://jabber.org/protocol/soap`
    @inlinable public static var soap: NamespaceName { NamespaceName(id: 132) }
    /// `http://jabber.org/protocol/workgroup`
    @inlinable public static var workgroup: NamespaceName { NamespaceName(id: 133) }
    /// `http://jabber.org/protocol/waitinglist`
    @inlinable public static var waitinglist: NamespaceName { NamespaceName(id: 134) }
    /// `http://jabber.org/protocol/disco#info`
    @inlinable public static var discoInfo: NamespaceName { NamespaceName(id: 135) }
    /// `http://jabber.org/protocol/disco#items`
    @inlinable public static var discoItems: NamespaceName { NamespaceName(id: 136) }
    /// `http://jabber.org/protocol/caps`
    @inlinable public static var caps: NamespaceName { NamespaceName(id: 137) }
    /// `http://jabber.org/protocol/caps#optimize`
    @inlinable public static var capsOptimize: NamespaceName { NamespaceName(id: 138) }
    /// `urn:xmpp:caps`
    @inlinable public static var caps2: NamespaceName { NamespaceName(id: 139) }
    /// `urn:xmpp:caps:optimize`
    @inlinable public static var caps2Optimize: NamespaceName { NamespaceName(id: 140) }
    /// `http://jabber.org/protocol/commands`
    @inlinable public static var commands: NamespaceName { NamespaceName(id: 141) }
    /// `http://jabber.org/protocol/rsm`
    @inlinable public static var rsm: NamespaceName { NamespaceName(id: 142) }
    /// `http://jabber.org/protocol/feature-neg`
    @inlinable public static var featureNeg: NamespaceName { NamespaceName(id: 143) }
    /// `http://jabber.org/protocol/xdata-validate`
    @inlinable public static var xdataValidate: NamespaceName { NamespaceName(id: 144) }
    /// `http://jabber.org/protocol/xdata-layout`
    @inlinable public static var xdataLayout: NamespaceName { NamespaceName(id: 145) }
    /// `urn:xmpp:xdata:dynamic`
    @inlinable public static var xdataDynamic: NamespaceName { NamespaceName(id: 146) }
    /// `urn:xmpp:media-element`
    @inlinable public static var mediaElement: NamespaceName { NamespaceName(id: 147) }
    /// `urn:xmpp:time`
    @inlinable public static var time: NamespaceName { NamespaceName(id: 148) }
    /// `urn:xmpp:entityver:0`
    @inlinable public static var entityver0: NamespaceName { NamespaceName(id: 149) }
    /// `urn:xmpp:http`
    @inlinable public static var http: NamespaceName { NamespaceName(id: 150) }
    /// `urn:xmpp:http:upload`
    @inlinable public static var httpUpload: NamespaceName { NamespaceName(id: 151) }
    /// `urn:xmpp:http:upload:0`
    @inlinable public static var httpUpload0: NamespaceName { NamespaceName(id: 152) }
    /// `urn:xmpp:http:upload:purpose:0`
    @inlinable public static var httpUploadPurpose0: NamespaceName { NamespaceName(id: 153) }
    /// `urn:xmpp:extdisco:1`
    @inlinable public static var extdisco1: NamespaceName { NamespaceName(id: 154) }
    /// `urn:xmpp:extdisco:2`
    @inlinable public static var extdisco2: NamespaceName { NamespaceName(id: 155) }
    /// `urn:xmpp:muclumbus:0`
    @inlinable public static var muclumbus0: NamespaceName { NamespaceName(id: 156) }
    /// `http://jabber.org/protocol/muc`
    @inlinable public static var muc: NamespaceName { NamespaceName(id: 157) }
    /// `http://jabber.org/protocol/muc#user`
    @inlinable public static var mucUser: NamespaceName { NamespaceName(id: 158) }
    /// `http://jabber.org/protocol/muc#owner`
    @inlinable public static var mucOwner: NamespaceName { NamespaceName(id: 159) }
    /// `http://jabber.org/protocol/muc#admin`
    @inlinable public static var mucAdmin: NamespaceName { NamespaceName(id: 160) }
    /// `http://jabber.org/protocol/muc#roominfo`
    @inlinable public static var mucRoominfo: NamespaceName { NamespaceName(id: 161) }
    /// `http://jabber.org/protocol/muc#roomconfig`
    @inlinable public static var mucRoomconfig: NamespaceName { NamespaceName(id: 162) }
    /// `http://jabber.org/protocol/muc#register`
    @inlinable public static var mucRegister: NamespaceName { NamespaceName(id: 163) }
    /// `http://jabber.org/protocol/muc#request`
    @inlinable public static var mucRequest: NamespaceName { NamespaceName(id: 164) }
    /// `http://jabber.org/protocol/muc#traffic`
    @inlinable public static var mucTraffic: NamespaceName { NamespaceName(id: 165) }
    /// `http://jabber.org/protocol/muc#stable_id`
    @inlinable public static var mucStableId: NamespaceName { NamespaceName(id: 166) }
    /// `http://jabber.org/protocol/muc#self-ping-optimization`
    @inlinable public static var mucSelfPingOptimization: NamespaceName { NamespaceName(id: 167) }
    /// `urn:xmpp:mix:core:0`
    @inlinable public static var mixCore0: NamespaceName { NamespaceName(id: 168) }
    /// `urn:xmpp:mix:core:1`
    @inlinable public static var mixCore1: NamespaceName { NamespaceName(id: 169) }
    /// `urn:xmpp:mix:anon:0`
    @inlinable public static var mixAnon0: NamespaceName { NamespaceName(id: 170) }
    /// `urn:xmpp:mix:pam:2`
    @inlinable public static var mixPam2: NamespaceName { NamespaceName(id: 171) }
    /// `urn:xmpp:mix:admin:0`
    @inlinable public static var mixAdmin0: NamespaceName { NamespaceName(id: 172) }
    /// `urn:xmpp:mix:misc:0`
    @inlinable public static var mixMisc0: NamespaceName { NamespaceName(id: 173) }
    /// `urn:xmpp:mix:muc:0`
    @inlinable public static var mixMuc0: NamespaceName { NamespaceName(id: 174) }
    /// `urn:xmpp:mix:roster:0`
    @inlinable public static var mixRoster0: NamespaceName { NamespaceName(id: 175) }
    /// `urn:xmpp:mix:nodes:messages`
    @inlinable public static var mixNodesMessages: NamespaceName { NamespaceName(id: 176) }
    /// `urn:xmpp:mix:nodes:participants`
    @inlinable public static var mixNodesParticipants: NamespaceName { NamespaceName(id: 177) }
    /// `urn:xmpp:mix:nodes:presence`
    @inlinable public static var mixNodesPresence: NamespaceName { NamespaceName(id: 178) }
    /// `urn:xmpp:mix:nodes:info`
    @inlinable public static var mixNodesInfo: NamespaceName { NamespaceName(id: 179) }
    /// `urn:xmpp:mix:nodes:config`
    @inlinable public static var mixNodesConfig: NamespaceName { NamespaceName(id: 180) }
    /// `urn:xmpp:hats:0`
    @inlinable public static var hats0: NamespaceName { NamespaceName(id: 181) }
    /// `urn:xmpp:muc-presence-versioning:0`
    @inlinable public static var mucPresenceVersioning0: NamespaceName { NamespaceName(id: 182) }
    /// `urn:xmpp:muc:conditions:1`
    @inlinable public static var mucConditions1: NamespaceName { NamespaceName(id: 183) }
    /// `urn:xmpp:bookmarks:0`
    @inlinable public static var bookmarks0: NamespaceName { NamespaceName(id: 184) }
    /// `urn:xmpp:bookmarks:1`
    @inlinable public static var bookmarks1: NamespaceName { NamespaceName(id: 185) }
    /// `storage:bookmarks`
    @inlinable public static var storageBookmarks: NamespaceName { NamespaceName(id: 186) }
    /// `http://jabber.org/protocol/pubsub`
    @inlinable public static var pubsub: NamespaceName { NamespaceName(id: 187) }
    /// `http://jabber.org/protocol/pubsub#event`
    @inlinable public static var pubsubEvent: NamespaceName { NamespaceName(id: 188) }
    /// `http://jabber.org/protocol/pubsub#owner`
    @inlinable public static var pubsubOwner: NamespaceName { NamespaceName(id: 189) }
    /// `http://jabber.org/protocol/pubsub#errors`
    @inlinable public static var pubsubErrors: NamespaceName { NamespaceName(id: 190) }
    /// `http://jabber.org/protocol/pubsub#node_config`
    @inlinable public static var pubsubNodeConfig: NamespaceName { NamespaceName(id: 191) }
    /// `http://jabber.org/protocol/pubsub#publish-options`
    @inlinable public static var pubsubPublishOptions: NamespaceName { NamespaceName(id: 192) }
    /// `http://jabber.org/protocol/pubsub#subscribe_options`
    @inlinable public static var pubsubSubscribeOptions: NamespaceName { NamespaceName(id: 193) }
    /// `http://jabber.org/protocol/pubsub#subscribe_authorization`
    @inlinable public static var pubsubSubscribeAuthorization: NamespaceName { NamespaceName(id: 194) }
    /// `http://jabber.org/protocol/pubsub#meta-data`
    @inlinable public static var pubsubMetaData: NamespaceName { NamespaceName(id: 195) }
    /// `http://jabber.org/protocol/pubsub#auto-create`
    @inlinable public static var pubsubAutoCreate: NamespaceName { NamespaceName(id: 196) }
    /// `http://jabber.org/protocol/pubsub#auto-subscribe`
    @inlinable public static var pubsubAutoSubscribe: NamespaceName { NamespaceName(id: 197) }
    /// `http://jabber.org/protocol/pubsub#filtered-notifications`
    @inlinable public static var pubsubFilteredNotifications: NamespaceName { NamespaceName(id: 198) }
    /// `urn:xmpp:pubsub:queueing:0`
    @inlinable public static var pubsubQueueing0: NamespaceName { NamespaceName(id: 199) }
    /// `urn:xmpp:pubsub-attachments:1`
    @inlinable public static var pubsubAttachments1: NamespaceName { NamespaceName(id: 200) }
    /// `urn:xmpp:pubsub-attachments:summary:1`
    @inlinable public static var pubsubAttachmentsSummary1: NamespaceName { NamespaceName(id: 201) }
    /// `urn:xmpp:pubsub-signing:0`
    @inlinable public static var pubsubSigning0: NamespaceName { NamespaceName(id: 202) }
    /// `urn:xmpp:avatar:data`
    @inlinable public static var avatarData: NamespaceName { NamespaceName(id: 203) }
    /// `urn:xmpp:avatar:metadata`
    @inlinable public static var avatarMetadata: NamespaceName { NamespaceName(id: 204) }
    /// `vcard-temp`
    @inlinable public static var vCardTemp: NamespaceName { NamespaceName(id: 205) }
    /// `vcard-temp:x:update`
    @inlinable public static var vCardUpdate: NamespaceName { NamespaceName(id: 206) }
    /// `urn:ietf:params:xml:ns:vcard-4.0`
    @inlinable public static var vCard4: NamespaceName { NamespaceName(id: 207) }
    /// `http://jabber.org/protocol/geoloc`
    @inlinable public static var geoloc: NamespaceName { NamespaceName(id: 208) }
    /// `http://jabber.org/protocol/mood`
    @inlinable public static var mood: NamespaceName { NamespaceName(id: 209) }
    /// `http://jabber.org/protocol/tune`
    @inlinable public static var tune: NamespaceName { NamespaceName(id: 210) }
    /// `http://jabber.org/protocol/activity`
    @inlinable public static var activity: NamespaceName { NamespaceName(id: 211) }
    /// `http://www.w3.org/2005/Atom`
    @inlinable public static var atom: NamespaceName { NamespaceName(id: 212) }
    /// `urn:xmpp:microblog:0`
    @inlinable public static var microblog0: NamespaceName { NamespaceName(id: 213) }
    /// `urn:xmpp:push:0`
    @inlinable public static var push0: NamespaceName { NamespaceName(id: 214) }
    /// `urn:xmpp:psa`
    @inlinable public static var psa: NamespaceName { NamespaceName(id: 215) }
    /// `urn:xmpp:privilege:1`
    @inlinable public static var privilege1: NamespaceName { NamespaceName(id: 216) }
    /// `urn:xmpp:privilege:2`
    @inlinable public static var privilege2: NamespaceName { NamespaceName(id: 217) }
    /// `urn:xmpp:delegation:1`
    @inlinable public static var delegation1: NamespaceName { NamespaceName(id: 218) }
    /// `urn:xmpp:delegation:2`
    @inlinable public static var delegation2: NamespaceName { NamespaceName(id: 219) }
    /// `urn:xmpp:jid:0`
    @inlinable public static var jid0: NamespaceName { NamespaceName(id: 220) }
    /// `urn:xmpp:jidprep:0`
    @inlinable public static var jidprep0: NamespaceName { NamespaceName(id: 221) }
    /// `urn:xmpp:jidprep:1`
    @inlinable public static var jidprep1: NamespaceName { NamespaceName(id: 222) }
    /// `urn:xmpp:raproute:0`
    @inlinable public static var raproute0: NamespaceName { NamespaceName(id: 223) }
    /// `urn:xmpp:reach:0`
    @inlinable public static var reach0: NamespaceName { NamespaceName(id: 224) }
    /// `urn:xmpp:rap:0`
    @inlinable public static var rap0: NamespaceName { NamespaceName(id: 225) }
    /// `urn:xmpp:invisible:0`
    @inlinable public static var invisible0: NamespaceName { NamespaceName(id: 226) }
    /// `urn:xmpp:invisible:1`
    @inlinable public static var invisible1: NamespaceName { NamespaceName(id: 227) }
    /// `eu.siacs.conversations.axolotl`
    @inlinable public static var omemoAxolotl: NamespaceName { NamespaceName(id: 228) }
    /// `urn:xmpp:omemo:1`
    @inlinable public static var omemo1: NamespaceName { NamespaceName(id: 229) }
    /// `urn:xmpp:omemo:2`
    @inlinable public static var omemo2: NamespaceName { NamespaceName(id: 230) }
    /// `urn:xmpp:openpgp:0`
    @inlinable public static var openpgp0: NamespaceName { NamespaceName(id: 231) }
    /// `urn:xmpp:otr:0`
    @inlinable public static var otr0: NamespaceName { NamespaceName(id: 232) }
    /// `urn:xmpp:sce:1`
    @inlinable public static var sce1: NamespaceName { NamespaceName(id: 233) }
    /// `urn:xmpp:tm:1`
    @inlinable public static var trustMessages1: NamespaceName { NamespaceName(id: 234) }
    /// `urn:xmpp:atm:1`
    @inlinable public static var automaticTrust1: NamespaceName { NamespaceName(id: 235) }
    /// `urn:xmpp:hashes:1`
    @inlinable public static var hashes1: NamespaceName { NamespaceName(id: 236) }
    /// `urn:xmpp:hashes:2`
    @inlinable public static var hashes2: NamespaceName { NamespaceName(id: 237) }
    /// `urn:xmpp:sec-label:0`
    @inlinable public static var secLabel0: NamespaceName { NamespaceName(id: 238) }
    /// `urn:xmpp:sec-label:ess:0`
    @inlinable public static var secLabelEss0: NamespaceName { NamespaceName(id: 239) }
    /// `urn:xmpp:sec-label:catalog:2`
    @inlinable public static var secLabelCatalog2: NamespaceName { NamespaceName(id: 240) }
    /// `http://www.w3.org/2000/09/xmldsig#`
    @inlinable public static var xmlSignature: NamespaceName { NamespaceName(id: 241) }
    /// `urn:xmpp:jingle:1`
    @inlinable public static var jingle1: NamespaceName { NamespaceName(id: 242) }
    /// `urn:xmpp:jingle:errors:1`
    @inlinable public static var jingleErrors1: NamespaceName { NamespaceName(id: 243) }
    /// `urn:xmpp:jingle-message:0`
    @inlinable public static var jingleMessage0: NamespaceName { NamespaceName(id: 244) }
    /// `urn:xmpp:jinglepub:1`
    @inlinable public static var jinglepub1: NamespaceName { NamespaceName(id: 245) }
    /// `urn:xmpp:jingle:apps:rtp:1`
    @inlinable public static var jingleAppsRtp1: NamespaceName { NamespaceName(id: 246) }
    /// `urn:xmpp:jingle:apps:rtp:audio`
    @inlinable public static var jingleAppsRtpAudio: NamespaceName { NamespaceName(id: 247) }
    /// `urn:xmpp:jingle:apps:rtp:video`
    @inlinable public static var jingleAppsRtpVideo: NamespaceName { NamespaceName(id: 248) }
    /// `urn:xmpp:jingle:apps:rtp:errors:1`
    @inlinable public static var jingleAppsRtpErrors1: NamespaceName { NamespaceName(id: 249) }
    /// `urn:xmpp:jingle:apps:rtp:info:1`
    @inlinable public static var jingleAppsRtpInfo1: NamespaceName { NamespaceName(id: 250) }
    /// `urn:xmpp:jingle:apps:rtp:rtcp-fb:0`
    @inlinable public static var jingleAppsRtpRtcpFb0: NamespaceName { NamespaceName(id: 251) }
    /// `urn:xmpp:jingle:apps:rtp:rtp-hdrext:0`
    @inlinable public static var jingleAppsRtpRtpHdrext0: NamespaceName { NamespaceName(id: 252) }
    /// `urn:xmpp:jingle:apps:rtp:ssma:0`
    @inlinable public static var jingleAppsRtpSsma0: NamespaceName { NamespaceName(id: 253) }
    /// `urn:xmpp:jingle:apps:rtp:zrtp:1`
    @inlinable public static var jingleAppsRtpZrtp1: NamespaceName { NamespaceName(id: 254) }
    /// `urn:xmpp:jingle:apps:dtls:0`
    @inlinable public static var jingleAppsDtls0: NamespaceName { NamespaceName(id: 255) }
    /// `urn:xmpp:jingle:apps:grouping:0`
    @inlinable public static var jingleAppsGrouping0: NamespaceName { NamespaceName(id: 256) }
    /// `urn:xmpp:jingle:apps:file-transfer:3`
    @inlinable public static var jingleAppsFileTransfer3: NamespaceName { NamespaceName(id: 257) }
    /// `urn:xmpp:jingle:apps:file-transfer:4`
    @inlinable public static var jingleAppsFileTransfer4: NamespaceName { NamespaceName(id: 258) }
    /// `urn:xmpp:jingle:apps:file-transfer:5`
    @inlinable public static var jingleAppsFileTransfer5: NamespaceName { NamespaceName(id: 259) }
    /// `urn:xmpp:jingle:apps:file-transfer:errors:0`
    @inlinable public static var jingleAppsFileTransferErrors0: NamespaceName { NamespaceName(id: 260) }
    /// `urn:xmpp:jingle:apps:webrtc:1`
    @inlinable public static var jingleAppsWebrtc1: NamespaceName { NamespaceName(id: 261) }
    /// `urn:xmpp:jingle:transports:ice:0`
    @inlinable public static var jingleTransportsIce0: NamespaceName { NamespaceName(id: 262) }
    /// `urn:xmpp:jingle:transports:ice-udp:1`
    @inlinable public static var jingleTransportsIceUdp1: NamespaceName { NamespaceName(id: 263) }
    /// `urn:xmpp:jingle:transports:raw-udp:1`
    @inlinable public static var jingleTransportsRawUdp1: NamespaceName { NamespaceName(id: 264) }
    /// `urn:xmpp:jingle:transports:s5b:1`
    @inlinable public static var jingleTransportsS5b1: NamespaceName { NamespaceName(id: 265) }
    /// `urn:xmpp:jingle:transports:ibb:1`
    @inlinable public static var jingleTransportsIbb1: NamespaceName { NamespaceName(id: 266) }
    /// `urn:xmpp:jingle:transports:dtls-sctp:1`
    @inlinable public static var jingleTransportsDtlsSctp1: NamespaceName { NamespaceName(id: 267) }
    /// `urn:xmpp:jingle:transports:webrtc-datachannel:1`
    @inlinable public static var jingleTransportsWebrtcDatachannel1: NamespaceName { NamespaceName(id: 268) }
    /// `urn:xmpp:jingle:transports:http:upload:0`
    @inlinable public static var jingleTransportsHttpUpload0: NamespaceName { NamespaceName(id: 269) }
    /// `urn:xmpp:jingle:security:xtls:0`
    @inlinable public static var jingleSecurityXtls0: NamespaceName { NamespaceName(id: 270) }
    /// `urn:xmpp:jingle:security:stub:0`
    @inlinable public static var jingleSecurityStub0: NamespaceName { NamespaceName(id: 271) }
    /// `urn:xmpp:jingle:jet:0`
    @inlinable public static var jingleJet0: NamespaceName { NamespaceName(id: 272) }
    /// `urn:xmpp:jingle:jet-omemo:0`
    @inlinable public static var jingleJetOmemo0: NamespaceName { NamespaceName(id: 273) }
    /// `urn:xmpp:jingle:muji:0`
    @inlinable public static var jingleMuji0: NamespaceName { NamespaceName(id: 274) }
    /// `urn:xmpp:jingle:dtmf:0`
    @inlinable public static var jingleDtmf0: NamespaceName { NamespaceName(id: 275) }
    /// `urn:ietf:rfc:3264`
    @inlinable public static var sdpOfferAnswer: NamespaceName { NamespaceName(id: 276) }
    /// `urn:ietf:rfc:5576`
    @inlinable public static var sdpSourceAttributes: NamespaceName { NamespaceName(id: 277) }
    /// `urn:ietf:rfc:5888`
    @inlinable public static var sdpGrouping: NamespaceName { NamespaceName(id: 278) }
    /// `http://jitsi.org/protocol/colibri`
    @inlinable public static var jitsiColibri: NamespaceName { NamespaceName(id: 279) }
    /// `http://jabber.org/protocol/jinglenodes`
    @inlinable public static var jinglenodes: NamespaceName { NamespaceName(id: 280) }
    /// `http://jabber.org/protocol/ibb`
    @inlinable public static var ibb: NamespaceName { NamespaceName(id: 281) }
    /// `http://jabber.org/protocol/bytestreams`
    @inlinable public static var bytestreams: NamespaceName { NamespaceName(id: 282) }
    /// `http://jabber.org/protocol/si`
    @inlinable public static var si: NamespaceName { NamespaceName(id: 283) }
    /// `http://jabber.org/protocol/si/profile/file-transfer`
    @inlinable public static var siProfileFileTransfer: NamespaceName { NamespaceName(id: 284) }
    /// `http://jabber.org/protocol/url-data`
    @inlinable public static var urlData: NamespaceName { NamespaceName(id: 285) }
    /// `http://jabber.org/protocol/url-data/scheme/http`
    @inlinable public static var urlDataSchemeHttp: NamespaceName { NamespaceName(id: 286) }
    /// `urn:xmpp:file:metadata:0`
    @inlinable public static var fileMetadata0: NamespaceName { NamespaceName(id: 287) }
    /// `urn:xmpp:sfs:0`
    @inlinable public static var sfs0: NamespaceName { NamespaceName(id: 288) }
    /// `urn:xmpp:thumbs:0`
    @inlinable public static var thumbs0: NamespaceName { NamespaceName(id: 289) }
    /// `urn:xmpp:thumbs:1`
    @inlinable public static var thumbs1: NamespaceName { NamespaceName(id: 290) }
    /// `http://docs.oasis-open.org/ns/xri/xrd-1.0`
    @inlinable public static var xrd: NamespaceName { NamespaceName(id: 291) }
    /// `http://www.w3.org/2001/XMLSchema-instance`
    @inlinable public static var xmlSchemaInstance: NamespaceName { NamespaceName(id: 292) }
    /// `http://www.w3.org/2001/XMLSchema`
    @inlinable public static var xmlSchema: NamespaceName { NamespaceName(id: 293) }
    /// `http://www.w3.org/2003/05/soap-envelope`
    @inlinable public static var soapEnvelope: NamespaceName { NamespaceName(id: 294) }
    /// `urn:xmpp:iot:sensordata`
    @inlinable public static var iotSensordata: NamespaceName { NamespaceName(id: 295) }
    /// `urn:xmpp:iot:control`
    @inlinable public static var iotControl: NamespaceName { NamespaceName(id: 296) }
    /// `urn:xmpp:iot:concentrators`
    @inlinable public static var iotConcentrators: NamespaceName { NamespaceName(id: 297) }
    /// `urn:xmpp:iot:provisioning`
    @inlinable public static var iotProvisioning: NamespaceName { NamespaceName(id: 298) }
    /// `urn:xmpp:sxe:0`
    @inlinable public static var sxe0: NamespaceName { NamespaceName(id: 299) }
    /// `google:queue`
    @inlinable public static var googleQueue: NamespaceName { NamespaceName(id: 300) }
    /// `google:mail:notify`
    @inlinable public static var googleMail: NamespaceName { NamespaceName(id: 301) }
    /// `google:roster`
    @inlinable public static var googleRoster: NamespaceName { NamespaceName(id: 302) }
    /// `google:shared-status`
    @inlinable public static var googleSharedStatus: NamespaceName { NamespaceName(id: 303) }
    /// `google:jingleinfo`
    @inlinable public static var googleJingleInfo: NamespaceName { NamespaceName(id: 304) }
    /// `http://prosody.im/protocol/bind`
    @inlinable public static var prosodyBind: NamespaceName { NamespaceName(id: 305) }
    /// `http://prosody.im/protocol/hats`
    @inlinable public static var prosodyHats: NamespaceName { NamespaceName(id: 306) }
    /// `xmpp:prosody.im/streams/chardata`
    @inlinable public static var prosodyChardata: NamespaceName { NamespaceName(id: 307) }
    /// `p1:push:customize`
    @inlinable public static var p1PushCustomize: NamespaceName { NamespaceName(id: 308) }
    /// `p1:rebind`
    @inlinable public static var p1Rebind: NamespaceName { NamespaceName(id: 309) }
    /// `tigase:push:filter`
    @inlinable public static var tigasePushFilter: NamespaceName { NamespaceName(id: 310) }
}
