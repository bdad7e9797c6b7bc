// What ical.js (Thunderbird's reader) finds in the calendar on standard input, as JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const whole = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of whole.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const events = whole.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    title: event.summary,
    description: event.description,
    starts: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
    ends: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone.tzid,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
    // In seconds from the beginning of the event.
    reminders: component.getAllSubcomponents("valarm").map((alarm) => alarm.getFirstPropertyValue("trigger").toSeconds()),
  };
});
console.log(JSON.stringify({ name: whole.getFirstPropertyValue("name"), events }));
