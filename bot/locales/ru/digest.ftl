digest-title = 🗞 <b>Ваша сводка</b>, { $day }
digest-new = <b>Новое</b>
digest-ahead = <b>Что впереди</b>
digest-more = и ещё { $count }
