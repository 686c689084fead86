ikm help sampel
