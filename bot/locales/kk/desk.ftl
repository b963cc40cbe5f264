desk-language-en = ағылшын тілі
desk-language-ru = орыс тілі
desk-language-kk = қазақ тілі

draft-title = 📝 Нобай: { $title }
draft-source = Дереккөз: { $source }
draft-no-source = Дереккөз: көрсетілмеген
draft-language = Тілі: { $language }
draft-day = Жарияланған күні: { $day }
draft-day-missing = Жарияланған күні: ❓
draft-dates = 🗓 <b>Маңызды күндер: { $count }</b>
draft-date = { $number }. { $name } — { $day }
draft-others = 👀 <b>Мәтінде тағы { $count } күн аталады.</b> Оқырмандар тек сіз таңдағанды көреді.
draft-no-dates = Маңызды күн табылмады.
draft-left-out = кірмейді
draft-added = қолмен қосылған
draft-ask-day = ❓ <b>Бұл қашан жарияланған?</b> Күнін таңдаңыз немесе жазыңыз: 2019-05-02, 2 мамыр 2019.
draft-unresolved = ⚠️ Ол күнсіз мынаның қашан екені белгісіз: { $words }.
quoted = «{ $words }»
draft-discarded = 🗑 Жойылды: { $title }
draft-changed = Өзгертілді.
draft-stays-open = Алдымен бұл қашан жарияланғанын айтыңыз немесе «Күні белгісіз» түймесін басыңыз.
draft-no-longer = Бұл нобай енді жоқ: жарияланып кетті немесе жойылды.
drafts-none = Тексерілетін нобай жоқ. Мақала жүктеу: /load.
drafts-waiting = 📝 Тексеруді күтіп тұрған нобайлар: { $count }
button-publish = ✅ Жариялау
button-publish-undated = ✅ Күнсіз жариялау
undated-confirm = { $title } күнсіз жариялансын ба? «Кеше», «9 маусым» сияқты сөздердің нақты күні белгісіз қалады.
button-discard = 🗑 Жою
button-title = ✏️ Тақырып
button-day = 📅 Күні
button-source = 🏷 Дереккөз
button-text = 📄 Мәтін
button-day-today = Бүгін
button-day-yesterday = Кеше
button-no-day = Күні белгісіз
button-leave-out = ➖ { $number } алып тастау
button-put-back = ➕ { $number } қайтару
button-take-date = ➕ { $number } алу
button-add-date = 🗓 Күн қосу
button-conflicts = ⚖️ Даулы күндер: { $count }
title-ask = Жаңа тақырыбын жазыңыз.
source-ask = Дереккөзін жазыңыз: газет, агенттік немесе сайт.
day-ask = Бұл қашан жарияланған? Күнін жазыңыз: 2019-05-02, 2 мамыр 2019.
day-unreadable = Қай күн екенін түсінбедім. Былай жазыңыз: 2019-05-02 немесе 2 мамыр 2019. Бас тарту үшін /cancel.
day-future = { $day } әлі алда, мақала ол күні жариялануы мүмкін емес. Қай күн еді?
text-ask = Түзетілген мәтінді түгел жіберіңіз, ол жаңа нұсқа болады. Ұзын мәтін бірнеше хабар болып келе береді.
line-empty = Бір жол мәтінмен жазыңызшы. Бас тарту үшін /cancel.
add-date-when = Ол қашан болады? Күнін, айын немесе аралығын жазыңыз: 9 маусым 2019, 9 маусым 2019 19:00, маусым 2019.
add-date-name = { $day }. Сол кезде не болады? Қысқаша атауын жазыңыз.
period-unreadable = Бұл күнді түсінбедім. Былай жазыңыз: 9 маусым 2019, 9 маусым 2019 19:00, маусым 2019. Бас тарту үшін /cancel.

published = ✅ Енді оны оқырмандар көреді: { $title }
published-dates = { $count ->
    [0] Онда маңызды күн жоқ.
   *[other] Ондағы маңызды күндер: { $count }.
}
published-undated = ⚠️ Күні белгісіз: «9 маусым» сияқты сөздердің жылы анықталмайды.
published-again = ↩️ Қайта орнында: { $title }
corrected = ✏️ Түзетілді: { $title }

button-correct = ✏️ Түзету
button-retract = ↩️ Қайтарып алу
button-retract-yes = ↩️ Иә, қайтарып алу
button-show-all = Бәрін көрсету
briefings-none-to-choose = Әзірге ештеңе жарияланған жоқ. Мақала жүктеу: /load.
briefings-not-found = Тақырыбында «{ $words }» бар жаңалық таппадым.
edit-which = ✏️ Қай жаңалықты түзетеміз?
retract-which = ↩️ Қай жаңалықты қайтарып аламыз?
retract-confirm = { $title } қайтарып алынсын ба? Осы сәттен бастап одан ештеңе айтпаймын; маңызды күндерден басқа жаңалықтар айтқаны ғана қалады.
retracted = ↩️ Қайтарып алынды: { $title }
date-back = 📆 { $name }: қайтадан { $day }. { $notified }
dates-withdrawn = { $count ->
   *[other] 🗓 { $count } маңызды күн енді жаңалықтарда жоқ.
}
withdrawn-told = { $followers ->
   *[other] Бұл туралы білген { $followers } оқырманға хабарлап жатырмын.
}
briefing-no-longer = Бұл жаңалық енді жарияланымда жоқ.
card-undated = күні белгісіз
card-version = { $version }-нұсқа

button-move = 📆 Жылжыту
button-cancel-date = ❌ Күшін жою
button-move-yes = 📆 Иә, жылжыту
button-cancel-date-yes = ❌ Иә, өтпейді
button-keep-date = Жоқ, күшінде
dates-none-to-choose = Алда маңызды күн жоқ.
dates-not-found = «{ $words }» бойынша маңызды күн таппадым.
movedate-which = 📆 Қай күн жылжыды?
canceldate-which = ❌ Қайсысы өтпейді?
movedate-ask = { $name }: { $day }. Енді қашан? Жаңа күнін жазыңыз: 16 маусым { $year }, 16 маусым { $year } 19:00, маусым { $year }.
movedate-same = Ол онсыз да сол күні. Енді қашан?
movedate-confirm = 📆 { $name }
    Бұрын: { $old }
    Енді: <b>{ $new }</b>
movedate-hour-kept = Сағаты бұрынғыша қалады; оны да өзгерту үшін күнді сағатымен бірге жазыңыз.
movedate-past = ⚠️ Бұл күн өтіп кеткен.
movedate-right = Жазылғандарға хабарлаймын. Дұрыс па?
movedate-expired = Қай күнді жазғаныңызды енді білмеймін. Қайтадан бастаңызшы: /movedate
already-done = Бұл орындалып қойған.
followers-told = { $followers ->
    [0] Бұл күнді ешкім қадағаламайды.
   *[other] { $followers } жазылушыға хабарлап жатырмын.
}
canceldate-confirm = ❌ { $name }, { $day }: өтпей ме? Жазылғандарға хабарлаймын.
desk-moved = 📆 { $name }: енді { $day }. { $notified }
desk-cancelled = ❌ { $name } ({ $day }): өтпейді. { $notified }
desk-taken = ⚖️ Шешілді. { $name }: енді { $day }. { $notified }
desk-kept = ⚖️ Шешілді. { $name }: { $day } күйінде қалады.
desk-undone = ↩️ Бұрынғы қалпында. { $name }: { $day }. { $notified }
date-no-longer = Бұл күн енді жоқ.
date-changed-since = Бұл күн содан бері қайта өзгертілді.
conflict = ⚖️ Екі жаңалық әртүрлі күн айтады: { $name }
conflict-side = <b>{ $day }</b>
conflict-origin = — { $title }, { $day }
conflict-newer = Екіншісі жаңарақ. Қай күн дұрыс?
conflict-same-day = Екеуі де бір күннің жаңалығы. Қай күн дұрыс?
conflict-older = Екіншісі ескірек. Қай күн дұрыс?
conflict-settled = Бұл шешіліп қойған.
conflicts-none = Даулы күн жоқ.
same-question = 🔗 { $name }: мынамен бір оқиға ма: { $other }?
same-joined = 🔗 Енді бұл бір күн: { $name }. Әркім оны өз тілінде көреді.
same-apart = Бұл екі бөлек күн: { $name } және { $other }.
button-same = Дәл сол
button-another = Басқа
button-take = ✅ Жаңа күнді алу
button-keep = Бұрынғысын қалдыру

editors-title = 👥 <b>Редакторлар</b>
editors-none = 👥 Иелерінен басқа редактор әзірге жоқ.
editors-one = { $name } · { $id }
editors-how = Редактор тағайындау үшін оның хабарына /editors деп жауап беріңіз немесе төмендегі түймені басыңыз.
editors-ask = Жаңа редактордың хабарын маған қайта жіберіңіз немесе Telegram ID нөмірін жазыңыз. Бас тарту үшін /cancel.
editors-hidden = Бұл адамның профилі жасырын. Одан Telegram ID нөмірін сұрап (оны @userinfobot айтады), маған жазыңыз.
editors-unreadable = Кім екенін түсінбедім. Оның хабарын қайта жіберіңіз немесе Telegram ID нөмірін жазыңыз.
editors-bot = Бот редактор бола алмайды.
editors-owner = Боттың иелері онсыз да редактор.
editors-confirm = { $name } енді редактор болмасын ба?
editors-added = 👤 Жаңа редактор: { $name }.
editors-removed = 👤 Енді редактор емес: { $name }.
editors-not-one = Бұл адам редактор емес.
button-add-editor = ➕ Редактор қосу
button-remove-editor = Иә, алып тастау

stats-title = 📊 <b>Жағдай</b>
stats-published = Жарияланған жаңалықтар: { $count }
stats-drafts = Нобайлар: { $count }
stats-dates-ahead = Алдағы маңызды күндер: { $count }
stats-conflicts = Даулы күндер: { $count }
stats-readers = Оқырмандар: { $count }
stats-unreachable = Мені бұғаттағандар: { $count }
stats-followers = Жазылғандар: { $count }
stats-owed = Жіберілуі керек хабарлар: { $count }
stats-sent = Жіберілген хабарлар: { $count }
stats-failed = Жетпеген хабарлар: { $count }
stats-unanswered = Жауапсыз сұрақтар: { $count }

questions-none = 👌 Жауапсыз сұрақ жоқ.
questions-title = ❓ <b>Жауапсыз сұрақтар: { $count }</b>
questions-one = { $number }. { $question } { $count ->
    [1] {""}
   *[other] ({ $count } рет сұралды)
}
questions-dismissed = Шетке қойылды: { $question }
questions-gone = Бұл сұрақ енді жоқ.
questions-load = «{ $question }» деген сұраққа жауап беретін мақала жіберіңіз.
button-question-load = 📄 { $number } үшін мақала
button-question-dismiss = { $number } шетке қою

broadcast-ask = 📣 Барлық оқырманға не жазайын? Мәтінін жіберіңіз. Бас тарту үшін /cancel.
broadcast-long = Бір хабарға тым ұзын: ең көбі { $limit } таңба болсын.
broadcast-nobody = Әзірге оқырман жоқ.
broadcast-preview = 📣 Мұны { $count } оқырман алады:
broadcast-dropped = Жарайды, ештеңе жіберілген жоқ.
broadcast-sent = 📣 { $total } оқырманның { $sent } алды.
broadcast-failed = Жеткізілмеді: { $count }
broadcast-stopped = Жіберілмей тоқтатылды: { $count }
button-broadcast = 📣 { $count } оқырманға жіберу
button-broadcast-renew = 🔄 Қанша болды?
button-broadcast-stop = ✋ Тоқтату

button-delivery = 📬 Жеткізу
delivery-title = 📬 Хабарлар: { $name }
delivery-none = Әзірге бірде-бірі жоқ.
delivery-line = { $what } · { $state }: { $count }
delivery-late = (кешіккені: { $count })
delivery-kind-reminder = Еске салғыш ({ $lead })
delivery-kind-moved = Жылжығаны туралы
delivery-kind-cancelled = Өтпейтіні туралы
delivery-kind-restored = Қайта күшінде екені туралы
delivery-kind-correction = Қайтарып алынғаны туралы
delivery-state-pending = күтіп тұр
delivery-state-sending = жолда
delivery-state-sent = жіберілді
delivery-state-dropped = енді керек емес
delivery-state-failed = жетпеді
delivery-state-unknown = жеткен болуы мүмкін
delivery-after-moved = жылжыды
delivery-after-cancelled = күші жойылды
delivery-after-restored = қайта күшінде
delivery-snoozed = оқырман кейінге қалдырған
delivery-reason-moved = күні жылжыды
delivery-reason-cancelled = күші жойылды
delivery-reason-restored = қайта күшіне енді
delivery-reason-withdrawn = бұл күн туралы енді бірде-бір мақала айтпайды
delivery-reason-back = жаңалық қайта оралды
delivery-reason-changed = осы арада күні өзгерді
delivery-reason-anew = уақыты қайта есептелді
delivery-reason-stopped = оқырман бас тартты
delivery-reason-unreachable = оқырманға хабар жетпейді
delivery-reason-over = оған дейін өтіп кетті
delivery-reason-overtaken = оның орнына кейінгісі келді
delivery-reason-crashed = жіберу кезінде бот тоқтап қалды
delivery-reason-wait = Telegram күте тұруды сұрады
delivery-reason-migrated = топтың нөмірі өзгерді
delivery-reason-error = қате шықты, толығы журналда

draft-doubtful = ❔ «{ $mention }» алда ма, артта ма — мәтіннен белгісіз. Тексеріп шығыңызшы.
draft-why-published = «{ $mention }» жарияланған күннен есептелді: { $day }.
draft-why-told = «{ $mention }» бұрын айтылған күннен есептелді: { $day }.
