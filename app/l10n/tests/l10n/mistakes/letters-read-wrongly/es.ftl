shop-title = Todo estÃ¡ aquÃ­
