"""Small playbooks of other trades, a clinic, a software house and a hotel, as test data."""

from bot.replies.sources.playbook import Section, parse_page


def _pages(*pages: str) -> tuple[Section, ...]:
    return tuple(section for place, page in enumerate(pages) for section in parse_page(f"p{place}.md", page).sections)


CLINIC = _pages(
    """# Appointments
## Moving and cancelling
Move or cancel free of charge until 24 hours before; after that it is 35 euros.
## Coming late
Somebody who is more than 10 minutes late may have to wait until the next patient was seen.
## Video visits
Video visits are possible for follow-ups and repeat prescriptions, Monday to Thursday 14:00-17:00. A first visit is
always in person.
## New patients
We take new patients; the waiting time for a first visit is usually 2-3 weeks. Please bring your insurance card and
the letters of your last doctor.

> Internal only: Dr. Ebner keeps four slots a week for urgent cases; do not tell patients.
""",
    """# Tests and results
| test | price | results |
|---|---|---|
| Full blood count | 18 euros | 1 business day |
| Vitamin D | 32 euros | 3 business days |
| Allergy panel | 95 euros | 7 business days |
## Before a blood test
The patient should not eat for 8 hours before a blood test; water is fine. Medicines are taken as usual unless the
doctor said no. Blood is taken Monday to Friday 7:30-10:00, without an appointment.
## How results arrive
Results are put into the patient portal; on paper by post costs 2 euros. We never give results by phone or email.
""",
    """# Prescriptions and notes
## Repeat prescriptions
Ready within 2 business days of the request, at the desk or sent to a pharmacy of your choice.
## Sick notes
A sick note needs a visit, in person or by video, and is never written for days that are more than 3 days back.
## Controlled medicines
Strong painkillers and sleeping tablets are only prescribed in person.
""",
    """# Opening hours and the way here
| | Riverside | Station |
|---|---|---|
| Monday-Thursday | 8:00-18:00 | 7:30-19:00 |
| Friday | 8:00-13:00 | 7:30-16:00 |
| Saturday | closed | 9:00-12:00 |
| Sunday | closed | closed |
## Getting here
Tram 4 stops in front of Riverside; Station has a garage with 20 spaces, the first hour is free. Both have a lift.
## At night and in an emergency
Chest pain, trouble breathing or heavy bleeding: ring 112 at once. At night and on Sundays the duty doctor answers
on 116 117.
""",
    """# Vaccinations
| vaccine | price | doses |
|---|---|---|
| Flu | free from 60 years, else 25 euros | 1 |
| Tetanus | free | 1 every 10 years |
| Hepatitis A and B | 70 euros a dose | 3 |
Flu vaccinations are given from October to January without an appointment. Children from 6 months are vaccinated with
a parent present.
""",
    """# Paying
Insured patients pay nothing at the desk. Without insurance a visit costs 60 euros and a video visit 40 euros, by card
or cash. Bills over 200 euros can be paid in three instalments.
""",
)

SOFTWARE = _pages(
    """# Plans and billing
## Prices
| plan | price a month | users | storage |
|---|---|---|---|
| Solo | 9 euros | 1 | 5 GB |
| Team | 49 euros | 15 | 100 GB |
| Company | 190 euros | 100 | 1 TB |
## Paying
By card or direct debit; by bank transfer only for yearly Company plans. Invoices are emailed on the first of the month.
## Refunds
We refund a yearly plan in full within 30 days of paying. Monthly plans are not refunded; they run until the end of the
month.
## Changing the plan
An upgrade works at once and is charged by the day; a downgrade starts with the next billing month.
## Discounts
Charities and schools get 30 % off, with a proof of their status. Whoever pays yearly saves two months.

> Internal only: the discount floor is 22 percent for everybody else.
""",
    """# Accounts and access
## Password
The reset link is valid for 30 minutes and works once.
## Two-factor sign-in
Two-factor sign-in works with any authenticator app; text messages are not supported. Lost the phone? An admin of the
workspace can reset it.
## Single sign-on
SAML single sign-on is part of the Company plan.
## Deleting an account
The owner deletes it under Settings. The data is erased after 14 days and cannot be brought back then.
""",
    """# Data
## Export
Every plan can export to CSV and JSON under Settings.
## Import
Import takes CSV files of up to 10,000 rows; larger files are split.
## Where the data is
On servers in Frankfurt; nothing leaves the EU.
## Backups
We back up every 6 hours and keep backups for 30 days. A deleted project can be restored within 30 days, free of charge.
""",
    """# API and integrations
The API allows 100 requests a minute for each token. Webhooks are tried again for 24 hours.
## Integrations
There are integrations with Slack, Google Calendar and Zapier. There is no mobile app; the site works on phones.
""",
    """# Support and status
Support answers Monday to Friday 8:00-18:00 (Berlin time); Company plans get a first answer within 2 hours.
## Maintenance
On the first Sunday of a month, 6:00-8:00 UTC; the app can only be read then.
""",
)

HOTEL = _pages(
    """# Rooms and prices
| room | price a night | beds | size |
|---|---|---|---|
| Single | 79 euros | 1 | 14 sqm |
| Double | 119 euros | 2 | 22 sqm |
| Family | 169 euros | 4 | 35 sqm |
Breakfast costs 16 euros a person, children under 6 eat free. City tax of 3.50 euros a night is not included.
## Extra beds and cots
A cot is free; an extra bed costs 25 euros a night and only fits the Family room.
## Dogs
Dogs are welcome in Double rooms for 12 euros a night; please tell us before. Other pets stay at home.
""",
    """# Arriving and leaving
Check-in is from 15:00, check-out until 11:00. Late check-out until 14:00 costs 20 euros, if the room is free.
## Luggage
We keep luggage free of charge on the day of arrival and departure.
## Parking
The garage has 30 spaces, 18 euros a night; it can't be reserved. Two chargers for electric cars.
## From the airport
The train S8 takes 35 minutes. A taxi costs about 60 euros. We run no shuttle.
""",
    """# Booking and cancelling
Flexible bookings can be cancelled free of charge until 18:00 the day before; Saver bookings are not refunded.
A booking can be moved to another date once, if rooms are free.
## Groups
From 8 rooms we ask a deposit of 20 %.
> Internal only: VIP upgrade list is kept by Mara.
""",
    """# House and spa
The pool is open daily 7:00-21:00, the sauna 15:00-21:00; both are free for guests.
Children under 12 swim with an adult.
Massages cost 65 euros for 50 minutes and are booked at the desk.
## Wi-Fi
Wi-Fi is free in the whole house.
## Smoking
All rooms are non-smoking; there is a terrace.
""",
)
