shop-title = ศวาวั
