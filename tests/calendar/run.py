#!/usr/bin/python3
"""What real readers of calendars (vobject, ical.js) make of the calendars of Samrum.

usage: tests/calendar/run.py PATH/TO/calendar_write
"""
import datetime
import json
import random
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import vobject

WRITE = sys.argv[1]
STOCKHOLM = ZoneInfo("Europe/Stockholm")
failures = []
passed = 0


def check(name, holds, told=""):
    global passed
    if holds:
        passed += 1
    else:
        failures.append(name)
        print(f"FAILED {name}: {told}")


def any_text(source):
    pieces = ["a", "Å", "ö", "\n", ",", ";", "\\", '"', ":", " ", "ሰላም", "دری", "😀", "\\n", "BEGIN:VEVENT", "=", "^", "x" * 40]
    return "".join(source.choice(pieces) for _ in range(source.randrange(1, 60)))


def made_events():
    source = random.Random(20200131)
    events = []
    for i in range(200):
        day = datetime.date(2019, 1, 1) + datetime.timedelta(days=source.randrange(1500))
        # Ends of line and blank space at the edges of a value are no business of a reader's; letters stand there.
        events.append({"uid": f"session-{i}", "day": day.isoformat(), "starts": "16:00", "ends": "18:30",
                       "title": "T" + any_text(source) + "t", "description": "D" + any_text(source) + "d",
                       "state": "cancelled" if i % 7 == 0 else ""})
    events.append({"uid": "whole-day", "day": "2019-12-31", "starts": "", "ends": "", "title": "Heldag", "description": "x", "state": ""})
    # Duties: whole days that remind ahead, at nine; the day itself, and across the change to summer time.
    for days in (0, 1, 7, 60):
        events.append({"uid": f"agreement/radrum-2019/report/2020-03-31/{days}", "day": "2020-03-31", "starts": "", "ends": "",
                       "title": "Halvårsrapport – RådRum", "description": "x", "state": "", "remind": str(days)})
    # The two hours that summer time makes special.
    events.append({"uid": "spring", "day": "2020-03-29", "starts": "12:00", "ends": "13:00", "title": "vår", "description": "x", "state": ""})
    events.append({"uid": "autumn", "day": "2020-10-25", "starts": "12:00", "ends": "13:00", "title": "höst", "description": "x", "state": ""})
    return events


def written(events):
    fields = ("uid", "day", "starts", "ends", "title", "description", "state", "remind")
    data = "".join(one.get(field, "") + "\0" for one in events for field in fields)
    return subprocess.run([WRITE], input=data.encode(), stdout=subprocess.PIPE, check=True).stdout


def moment(event, field):
    local = datetime.datetime.fromisoformat(f"{event['day']}T{event[field]}").replace(tzinfo=STOCKHOLM)
    return local.astimezone(datetime.timezone.utc)


def check_bytes(ics):
    lines = ics.split(b"\r\n")
    check("every line ends with CRLF", b"\n" not in b"".join(lines) and b"\r" not in b"".join(lines))
    check("no line is longer than 75 octets", max(map(len, lines)) <= 75)
    check("no line is empty but the last", all(lines[:-1]) and not lines[-1])
    for line in lines:
        try:
            line.decode()
        except UnicodeDecodeError as error:
            check("no character is cut", False, str(error))


def check_vobject(ics, events):
    calendar = vobject.readOne(ics.decode())
    found = {one.uid.value: one for one in calendar.vevent_list}
    check("vobject finds every event", len(found) == len(events))
    for event in events:
        one = found[event["uid"]]
        check(f"vobject: title of {event['uid']}", one.summary.value == event["title"], repr(one.summary.value))
        check(f"vobject: text of {event['uid']}", one.description.value == event["description"], repr(one.description.value))
        check(f"vobject: state of {event['uid']}", one.status.value == ("CANCELLED" if event["state"] else "CONFIRMED"))
        if event["starts"]:
            for field, value in (("starts", one.dtstart.value), ("ends", one.dtend.value)):
                check(f"vobject: {field} of {event['uid']}", value.astimezone(datetime.timezone.utc) == moment(event, field), str(value))
        else:
            day = datetime.date.fromisoformat(event["day"])
            check(f"vobject: a whole day of {event['uid']}", one.dtstart.value == day and one.dtend.value == day + datetime.timedelta(days=1))
        alarms = [part for part in one.components() if part.name == "VALARM"]
        if event.get("remind"):
            ahead = datetime.timedelta(hours=9) - datetime.timedelta(days=int(event["remind"]))
            check(f"vobject: reminder of {event['uid']}", len(alarms) == 1 and alarms[0].trigger.value == ahead and alarms[0].action.value == "DISPLAY",
                  str([part.trigger.value for part in alarms]))
        else:
            check(f"vobject: no reminder of {event['uid']}", not alarms)


def check_ical_js(ics, events):
    read = subprocess.run(["node", Path(__file__).with_name("read.mjs")], input=ics, stdout=subprocess.PIPE, check=True, env={"TZ": "Asia/Tokyo", "PATH": "/usr/local/bin:/usr/bin:/bin"})
    answer = json.loads(read.stdout)
    # ical.js does not know RFC 7986, so it gives the name as it is written.
    check("ical.js: the calendar's name", answer["name"] == 'Åäö\\; "RådRum"\\, دری', answer["name"])
    found = {one["uid"]: one for one in answer["events"]}
    check("ical.js finds every event", len(found) == len(events))
    for number, event in enumerate(events):
        one = found[event["uid"]]
        check(f"ical.js: title of {event['uid']}", one["title"] == event["title"], repr(one["title"]))
        check(f"ical.js: text of {event['uid']}", one["description"] == event["description"], repr(one["description"]))
        check(f"ical.js: sequence of {event['uid']}", one["sequence"] == number)
        if event["starts"]:
            check(f"ical.js: zone of {event['uid']}", one["zone"] == "Europe/Stockholm", one["zone"])
            check(f"ical.js: no reminder of {event['uid']}", one["reminders"] == [])
            for field in ("starts", "ends"):
                wanted = moment(event, field).strftime("%Y-%m-%dT%H:%M:%S.000Z")
                check(f"ical.js: {field} of {event['uid']}", one[field] == wanted, f"{one[field]}, not {wanted}")
        elif event.get("remind"):
            check(f"ical.js: reminder of {event['uid']}", one["reminders"] == [(9 - 24 * int(event["remind"])) * 3600], str(one["reminders"]))


def main():
    events = made_events()
    ics = written(events)
    check_bytes(ics)
    check_vobject(ics, events)
    check_ical_js(ics, events)
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


sys.exit(main())
