/// <reference types="vite/client" />

/** True when the gallery of components is part of the build. */
declare const __GALLERY__: boolean;
