nothing-told = Жаңалықтарда бұл туралы айтылмаған.
nothing-told-nearest = Жаңалықтарда бұл туралы айтылмаған. Ең жақындары мыналар:
ask-how = Сұрағыңызды командадан кейін жазыңыз: /ask сайлау қашан?
ask-words = Сөзбен сұраңызшы, мысалы: сайлау қашан?
question-long = Сұрақ тым ұзақ. Бір-екі сөйлеммен сұраңызшы.
date-ahead = { $day } — { $distance }
date-passed = Бұл күн өтті: { $day } — { $distance }.
as-of = { $date } күнгі мәлімет
as-of-unknown = жарияланған күні белгісіз
stale = ⚠️ Бұл ескі жаңалық, { $date } күні жарияланған. Содан бері жағдай өзгерген болуы мүмкін.
stale-undated = ⚠️ Мұның қашан жарияланғаны белгісіз. Содан бері жағдай өзгерген болуы мүмкін.
told-otherwise = Бұл жаңалықта басқа күн айтылған:
disagreement = Бұған дейін басқаша хабарланған:
shortened = { $count ->
   *[other] Тағы { $count } жауап мұнда сыймады.
}
button-remind = 🔔 Еске салу
button-remind-of = 🔔 Еске салу: { $name }
button-following = ✅ Еске салу қосулы
button-why = 🔍 Неге бұлай жауап берілді
button-following-short = ✅ Қосулы
date-ahead-far = { $day }
date-passed-far = Бұл өтті: { $day }.
you-are-welcome = Оқасы жоқ! Тағы сұраңыз.
