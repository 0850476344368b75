/** Invented people; no list of real ones was used. */
export const FIRST_NAMES =
  "Ada Alma Amir Anton Aylin Bea Boris Carla Chidi Clara Dario Dilek Edda Elias Emre Enya Farid Femi Finn Greta Hana Hugo Ida Ilse Imre Ines Ivo Jana Jonas Jule Kaan Kira Lars Lea Levi Lina Luca Maja Malik Mara Milo Mina Nadia Nele Noor Olaf Omar Pia Priya Rana Rosa Ruben Samir Selma Sven Tariq Tilda Tomas Uma Vera Viktor Wanda Yara Zeno".split(
    " ",
  );
export const LAST_NAMES =
  "Abel Adler Aksoy Albers Amado Arndt Bakker Barros Becker Berg Birk Blom Bruun Calder Celik Costa Dahl Demir Diallo Dorn Eberle Ekström Fabre Falk Ferro Fink Garner Gold Haas Halvor Hansen Hartog Iqbal Jansen Kaya Keller Kovac Kraus Lange Lindqvist Lopez Maier Marek Mendes Mohr Nagel Novak Okafor Olsen Otto Peeters Petrov Quist Rao Reuter Rossi Sahin Sauer Silva Sommer Tamm Thorn Urban Vogel Wagner Weiss Yilmaz Zander Ziegler".split(
    " ",
  );
export const CITIES = [
  "Aldbrück",
  "Finnau",
  "Hohenwerd",
  "Kestrel Bay",
  "Lindhafen",
  "Marlow Cross",
  "Ostermoor",
  "Weidenfurt",
];
