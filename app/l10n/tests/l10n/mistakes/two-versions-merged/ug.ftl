shop-title = بازارغا خۇش كەپسىز
<<<<<<< mine
=======
>>>>>>> theirs
