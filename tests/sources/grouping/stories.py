"""Reports of invented events, two and two much alike."""


def _reports(text: str) -> list[str]:
    return [" ".join(report.split()) for report in text.split("\n\n")]


BARN_FIRE = _reports("""\
Fire guts seed barn in Ostrel. A fire destroyed the old seed barn at Ostrel on Tuesday night,
and 45 firefighters needed six hours to put it out, the brigade's chief Milena Harrow said.
Nobody was hurt. The barn, built in 1888, held 320 tonnes of grain.

Nothing is left of the Ostrel seed barn but its walls. Chief Milena Harrow of the fire brigade
said 45 of her firefighters had worked through Tuesday night. The owners put the loss at 320
tonnes of grain.

Investigators searched the ruin of the seed barn in Ostrel on Thursday for the cause of the
fire. The chief of the brigade, Milena Harrow, spoke of a short circuit in a grain dryer.
""")
MILL_FIRE = _reports("""\
Fire guts saw mill in Quellen. A fire destroyed a saw mill near Quellen early on Sunday; 70
firefighters from five towns fought it, a spokesman, Jonas Breck, said. Two workers were treated
for smoke. The mill employed 110 people.

The saw mill at Quellen that burned down on Sunday will not be rebuilt, its director, Petra
Solveig, told the 110 people who worked there. Jonas Breck, a spokesman of the firefighters,
said the blaze began in a drying chamber.

Two workers of the Quellen saw mill are out of hospital after the fire of Sunday, Petra Solveig,
its director, said. Jonas Breck said that firefighters were still on watch.
""")
FERRY_VOTE = _reports("""\
Islanders of Tarnsey vote on a bridge. The 2,140 voters of Tarnsey island decide on 9 June
whether a bridge replaces the ferry, the returning officer, Una Pelt, said.

Tarnsey's ferry will stay: in the vote of 9 June, 1,312 islanders rejected the bridge, Una Pelt,
the returning officer, announced.
""")
IN_TURN = [
    ("barn", BARN_FIRE[0]),
    ("mill", MILL_FIRE[0]),
    ("ferry", FERRY_VOTE[0]),
    ("barn", BARN_FIRE[1]),
    ("mill", MILL_FIRE[1]),
    ("barn", BARN_FIRE[2]),
    ("ferry", FERRY_VOTE[1]),
    ("mill", MILL_FIRE[2]),
]
