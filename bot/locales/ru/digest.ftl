digest-title = 🗞 <b>Ваша сводка</b>, { $day }
digest-title-group = 🗞 <b>Сводка для группы</b>, { $day }
digest-new = <b>Новое</b>
digest-ahead = <b>Что впереди</b>
digest-more = и ещё { $count }
