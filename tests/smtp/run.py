#!/usr/bin/python3
"""What a real mail server (aiosmtpd) makes of the letters of Samrum.

usage: tests/smtp/run.py PATH/TO/smtp_send
"""
import email
import email.policy
import logging
import socket
import ssl
import subprocess
import sys
import tempfile
import warnings
from datetime import datetime, timezone
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

SEND = sys.argv[1]
logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)  # broken handshakes are part of the test
warnings.simplefilter("ignore")
failures = []
passed = 0


def check(name, holds, told=""):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(name)
        print(f"FAILED {name}: {told}")


class Box:
    """Keeps letters; answers as it is told."""

    def __init__(self, on_recipient="250 OK", on_data="250 OK"):
        self.letters = []
        self.on_recipient = on_recipient
        self.on_data = on_data

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.on_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.on_recipient

    async def handle_DATA(self, server, session, envelope):
        if self.on_data == "drop":
            server.transport.abort()
            return "250 never heard"
        if self.on_data.startswith("250"):
            self.letters.append((envelope.mail_from, envelope.rcpt_tos, envelope.content, session.ssl is not None))
        return self.on_data


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class TrustingController(Controller):
    """Knocks on its own door without asking for a certificate that it could not verify."""

    def _trigger_server(self):
        with socket.create_connection((self.hostname, self.port), 5) as door:
            if self.ssl_context:
                anybody = ssl.create_default_context()
                anybody.check_hostname = False
                anybody.verify_mode = ssl.CERT_NONE
                door = anybody.wrap_socket(door)
            door.recv(1024)


class Server:
    """A mail server on a port of its own, while the block lasts."""

    def __init__(self, box, **options):
        self.box = box
        self.port = free_port()
        self.controller = TrustingController(box, hostname="127.0.0.1", port=self.port, **options)

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()


def send(port, text="Hej\n", subject="Hej", to="samordnare@im.example", name="Samrum", line="clear", ca="",
         user="", password="", scheme="smtp", host="127.0.0.1"):
    command = [SEND, f"{scheme}://{host}:{port}", line, ca, user, password, to, name, subject]
    return subprocess.run(command, input=text.encode(), capture_output=True, timeout=60, check=True).stdout.decode().strip()


def read(box):
    sender, recipients, raw, encrypted = box.letters[-1]
    return email.message_from_bytes(raw, policy=email.policy.default)


def letters_arrive_as_written():
    text = ("Hej!\n\nDin länk gäller i 15 minuter: https://samrum.example/sign-in/link/" + "a" * 90 +
            "\n.\n.. två punkter först\nFrom början\nmellanslag sist  \nلغة عربية = ok\n")
    subject = "Inloggning till Individuell Människohjälps rum – gäller i femton minuter från det att du bad om den"
    box = Box()
    with Server(box) as server:
        check("plain: sent", send(server.port, text, subject, name="Samrum – Lund") == "sent")
    sender, recipients, raw, encrypted = box.letters[0]
    letter = read(box)
    check("envelope", (sender, recipients) == ("samrum@lund.example", ["samordnare@im.example"]), (sender, recipients))
    check("subject", letter["subject"] == subject, letter["subject"])
    check("from", letter["from"].addresses[0].display_name == "Samrum – Lund", letter["from"])
    check("from address", letter["from"].addresses[0].addr_spec == "samrum@lund.example")
    check("to", letter["to"].addresses[0].addr_spec == "samordnare@im.example")
    check("date", letter["date"].datetime == datetime(2020, 1, 31, 9, 15, tzinfo=timezone.utc), letter["date"])
    check("message id", letter["message-id"] == "<letter-1@lund.example>", letter["message-id"])
    check("auto-submitted", letter["auto-submitted"] == "auto-generated")
    arrived = letter.get_content().replace("\r\n", "\n")
    check("text", arrived == text, repr(arrived))
    check("no defects", not letter.defects and not any(value.defects for value in letter.values()), letter.defects)
    check("seven bits", all(byte < 128 for byte in raw))
    check("short lines", all(len(line) <= 78 for line in raw.split(b"\r\n")))


def nobody_begins_a_header():
    box = Box()
    with Server(box) as server:
        check("injection: sent", send(server.port, subject="Hej\r\nBcc: all@lund.example", name="A\r\nX-Evil: 1") == "sent")
    letter = read(box)
    check("no header was begun", letter["bcc"] is None and letter["x-evil"] is None, letter.keys())
    check("one recipient", box.letters[0][1] == ["samordnare@im.example"], box.letters[0][1])


def refusals_are_told_apart():
    for name, box, begins in (
        ("unknown mailbox", Box(on_recipient="550 5.1.1 no such user"), "never:"),
        ("mailbox full for now", Box(on_recipient="452 4.2.2 full"), "later:"),
        ("content refused", Box(on_data="554 5.7.1 refused"), "never:"),
        ("greylisted", Box(on_data="451 4.7.1 try again"), "later:"),
        ("connection lost before the answer", Box(on_data="drop"), "later:"),
    ):
        with Server(box) as server:
            answer = send(server.port)
        check(name, answer.startswith(begins) and not box.letters, answer)
    check("nobody answers", send(free_port()).startswith("later:"))


def certificate(folder, name):
    key, cert = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-keyout", key, "-out", cert,
                    "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name},IP:127.0.0.1"],
                   check=True, capture_output=True)
    return key, cert


def passwords_cross_encrypted_lines_only(folder):
    key, cert = certificate(folder, "localhost")
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(cert, key)
    asked = []

    def authenticate(server, session, envelope, mechanism, data):
        asked.append(data.login)
        return AuthResult(success=(data.login, data.password) == (b"samrum", b"secret"), handled=False)

    options = dict(tls_context=tls, require_starttls=True, authenticator=authenticate, auth_required=True)
    login = dict(line="encrypted", ca=str(cert), user="samrum", password="secret")
    box = Box()
    with Server(box, **options) as server:
        answer = send(server.port, **login)
        check("STARTTLS and password", answer == "sent" and box.letters[0][3], answer)
        answer = send(server.port, **{**login, "password": "wrong"})
        check("a wrong password is our fault, not the letter's", answer.startswith("later:"), answer)
        asked.clear()
        answer = send(server.port, **{**login, "ca": ""})
        check("an unknown certificate", answer.startswith("later:") and not asked, answer)
    plain = Box()
    with Server(plain) as server:
        answer = send(server.port, line="encrypted")
        check("no letter in the clear", answer.startswith("later:") and not plain.letters, answer)
    wrapped = Box()
    with Server(wrapped, ssl_context=tls) as server:
        answer = send(server.port, scheme="smtps", ca=str(cert))
        check("smtps", answer == "sent" and len(wrapped.letters) == 1, answer)


def main():
    letters_arrive_as_written()
    nobody_begins_a_header()
    refusals_are_told_apart()
    with tempfile.TemporaryDirectory() as folder:
        passwords_cross_encrypted_lines_only(Path(folder))
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
