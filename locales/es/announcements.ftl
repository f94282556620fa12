### Lo que el Centro comunica a las cooperativas.

## En el Centro

announcements-title = Avisos
announcements-lead = Cada cooperativa ve un aviso en la primera página de su área de trabajo hasta que lo haya leído.
announcements-new = Aviso nuevo
announcements-new-text = Basta un idioma: quien lee otro ve tu texto con el nombre de su idioma. Los compradores no lo ven.
announcements-text = Texto, { $language }
announcements-text-missing = Escríbelo al menos en un idioma.
announcements-last-day = Último día
announcements-last-day-hint = Se muestra hasta el final de ese día. Sin día, se queda hasta que lo retires.
announcements-day-wrong = Elige hoy o un día posterior, así: 2026-12-31.
announcements-publish = Publicar
announcements-published = Las cooperativas ya lo ven.
announcements-taken-back-done = El aviso se ha retirado.
announcements-current = Se muestran ahora
announcements-over = Pasados
announcements-none = No hay ninguno.
announcements-until = hasta el { $day }
announcements-read-by = Cooperativas que lo han leído: { $count }
announcements-take-back = Retirar
announcements-taken-back = Retirado

## En el área de trabajo de una cooperativa

announcements-from = Del Centro
announcements-read = Lo he leído
announcements-more = Hay más
announcements-all = Avisos del Centro
