"""Writes the configuration of a jabberd2, out of the package's: jabberd2-config.py DIR CERTS IP C2S ROUTER SECRET."""
import re
import sys

folder, certificates, address, c2s, router, secret = sys.argv[1:]


def load(name):
    with open(f"/etc/jabberd2/{name}.xml") as file:
        return re.sub(r"<!--.*?-->", "", file.read(), flags=re.S)


def placed(text):
    for old, new in (
        ("/var/run/jabberd2/", f"{folder}/"),
        ("/var/log/jabberd2/", f"{folder}/log/"),
        ("/var/lib/jabberd2/", f"{folder}/db/"),
        ("/etc/jabberd2/", f"{folder}/"),
        ("<port>5347</port>", f"<port>{router}</port>"),
        ("<ip>127.0.0.1</ip>", f"<ip>{address}</ip>"),
        ("<ip>0.0.0.0</ip>", f"<ip>{address}</ip>"),
        ("localhost.localdomain", "three.test"),
    ):
        text = text.replace(old, new)
    return text


def save(name, text):
    with open(f"{folder}/{name}.xml", "w") as file:
        file.write(text)


save("router", placed(load("router")).replace("<secret>secret</secret>", f"<secret>{secret}</secret>"))
save("router-users", load("router-users"))
save("router-filter", load("router-filter"))
# Who logs in as nobody in particular has no account before.
session = placed(load("sm")).replace("<driver>sqlite</driver>", "<driver>db</driver>")
save("sm", re.sub(r"</template>\s*</user>", "</template><auto-create/></user>", session, count=1))

text = placed(load("c2s"))
text = text.replace(
    "<id register-enable='mu'>",
    f"<id register-enable='mu' pemfile='{certificates}/three.test.pem' verify-mode='0'>",
)
text = text.replace("<port>5222</port>", f"<port>{c2s}</port>").replace("<module>sqlite</module>", "<module>db</module>")
text = text.replace("</limits>", "</limits><compression/>", 1)
text = re.sub(
    r"<sasl>\s*<plain/>\s*<external/>", "<sasl><plain/><digest-md5/><scram-sha-1/><external/>", text, count=1
)
text = re.sub(r"<digest-md5/>\s*\n", "<digest-md5/><scram-sha-1/><anonymous/>\n", text)
save("c2s", text)
