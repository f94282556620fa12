shop-title = <b>欢迎来到集市</b>
