briefings-title = 📰 <b>Жаңалықтар</b>
briefings-none = Әзірге жаңалық жоқ. Редакторлар бірдеңе жариялаған бойда осында шығады.
briefing-gone = Бұл жаңалық енді мұнда жоқ.
briefing-dates = <b>Маңызды күндер</b>
button-article = 🌐 Мақаланы оқу
page-of = { $pages } беттің { $page }-беті
