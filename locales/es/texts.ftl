# For translators, in the shop itself.

texts-mode = Textos de esta página
texts-mode-how = Para cambiar un texto, mantén el dedo sobre él un momento o haz clic con la tecla Alt pulsada. La lista tiene todos los textos de la página, también los que solo se leen en voz alta.
texts-mode-leave = Dejar de marcar textos
texts-mode-enter = Ver la tienda con los textos marcados
texts-guide = Cómo se traduce
texts-picture = Dónde está el texto en la página, dentro de un marco
texts-picture-language = La página de la imagen está en: { $language }
texts-insert = Pulsa para poner lo que rellena la tienda:
texts-samples = Ejemplos para la vista previa:
texts-preview = Así se verá:
texts-preview-none = Todavía no hay nada que mostrar: el texto está vacío o tiene un error.
texts-letters = Letras:
texts-unchecked = Esto no se ha revisado ahora. Se revisa al guardarlo.
