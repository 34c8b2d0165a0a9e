"""A decided reply, and the same said faithfully in other words and languages."""

from bot.replies.polishing.guard import Decided

DECIDED = """Hi Annelie,

I'm sorry that your bicycle trailer isn't with you yet; it should have come on Monday.

The repair costs 69.50 euros and takes two days. You can pick the trailer up until 5 pm.

I'm finding out where order MB-44120 is, and I'll write to you by 11:00 tomorrow.

Frieda"""


FINE = {
    "en": """Hi Annelie,

You have been waiting for your trailer since Monday, and I'm sorry that it isn't with you yet.

The repair costs 69.50 euros and takes 2 days; you can collect the trailer until 5 pm.

I'm looking for order MB-44120 now, and I'll write to you by 11:00 tomorrow.

Frieda""",
    "de": """Hallo Annelie,

es tut mir leid, dass Ihr Fahrradanhänger noch nicht bei Ihnen ist; er sollte am Montag kommen.

Die Reparatur kostet 69,50 Euro und dauert zwei Tage. Sie können den Anhänger bis 17 Uhr abholen.

Ich suche gerade nach der Bestellung MB-44120 und schreibe Ihnen bis morgen um 11:00 Uhr.

Frieda""",
    "fr": """Bonjour Annelie,

je suis désolée que votre remorque ne soit pas encore chez vous ; elle devait arriver lundi.

La réparation coûte 69,50 euros et prend deux jours. Vous pouvez retirer la remorque jusqu'à 17 h.

Je cherche où est la commande MB-44120 et je vous écris demain avant 11:00.

Frieda""",
    "es": """Hola Annelie:

Siento que su remolque no haya llegado todavía; tenía que llegar el lunes.

La reparación cuesta 69,50 euros y tarda dos días. Puede recoger el remolque hasta las 17:00.

Estoy buscando el pedido MB-44120 y le escribo mañana antes de las 11:00.

Frieda""",
    "it": """Ciao Annelie,

mi dispiace che il tuo rimorchio non sia ancora arrivato; doveva arrivare lunedì.

La riparazione costa 69,50 euro e dura due giorni. Puoi ritirare il rimorchio fino alle 17.

Sto cercando l'ordine MB-44120 e ti scrivo domani entro le 11:00.

Frieda""",
    "nl": """Hallo Annelie,

het spijt me dat je fietskar nog niet bij je is; hij zou maandag komen.

De reparatie kost 69,50 euro en duurt twee dagen. Je kunt de kar tot 17 uur ophalen.

Ik zoek uit waar bestelling MB-44120 is en ik schrijf je morgen voor 11:00.

Frieda""",
    "pl": """Dzień dobry Annelie,

przykro mi, że przyczepki jeszcze nie ma u pani; miała przyjść w poniedziałek.

Naprawa kosztuje 69,50 euro i trwa dwa dni. Przyczepkę można odebrać do 17:00.

Sprawdzam, co się dzieje z zamówieniem MB-44120, i napiszę do pani jutro do 11:00.

Frieda""",
    "ja": """Annelie様

月曜日に届くはずだった自転車トレーラーがまだ届いておらず、申し訳ありません。

修理は69.50ユーロで、2日かかります。17時までにお受け取りいただけます。

ご注文MB-44120がどこにあるか調べており、明日11:00までにご連絡します。

Frieda""",
}


def decided(language: str = "en") -> Decided:
    return Decided(DECIDED, language, customer="Annelie", agent="Frieda")


ASKED_ONLY = """Hi Annelie,

I'm finding out whether you can get a refund of 500 euros for order MB-44120, and I'll write to you by 15:00 today.

Frieda"""
