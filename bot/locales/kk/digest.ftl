digest-title = 🗞 <b>Сіздің шолуыңыз</b>, { $day }
digest-title-group = 🗞 <b>Топтың шолуы</b>, { $day }
digest-new = <b>Жаңалықтар</b>
digest-ahead = <b>Алда не бар</b>
digest-more = және тағы { $count }
