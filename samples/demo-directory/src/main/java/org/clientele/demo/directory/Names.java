package org.clientele.demo.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names as people all over the world have them. */
final class Names {
    private static final List<String> FIRST = List.of(
            "Anna",
            "John",
            "Maria",
            "Peter",
            "Aylin",
            "José",
            "Łukasz",
            "Søren",
            "Chloé",
            "Björn",
            "Siobhán",
            "Nguyễn",
            "Yuki",
            "Wei",
            "Priya",
            "Amara",
            "Kwame",
            "Fatima",
            "Omar",
            "Leila",
            "Ivan",
            "Olga",
            "Dmitri",
            "Zoë",
            "François",
            "Jürgen",
            "Günther",
            "Mónica",
            "Xavier",
            "Tomáš",
            "Žofie",
            "Eszter",
            "Ilse",
            "Mateusz",
            "Ingrid",
            "Aoife",
            "Rajesh",
            "Sakura",
            "Hiroshi",
            "Mei",
            "Chidi",
            "Thabo",
            "Nadia",
            "Yusuf",
            "Elif",
            "Andreea",
            "Nikolaos",
            "Eleni",
            "Paula",
            "Michael",
            "Sarah",
            "David",
            "Emily",
            "Daniel",
            "Laura",
            "Thomas",
            "Julia",
            "Robert",
            "Linda",
            "Kevin");

    private static final List<String> LAST = List.of(
            "O'Brien",
            "Müller",
            "Schmidt",
            "García",
            "Nowak",
            "Jensen",
            "Dubois",
            "Lindström",
            "Kowalski",
            "Tanaka",
            "Chen",
            "Patel",
            "Okafor",
            "Mensah",
            "Hassan",
            "Haddad",
            "Petrov",
            "Ivanova",
            "Novák",
            "Szabó",
            "van Dijk",
            "de la Cruz",
            "D'Angelo",
            "Yılmaz",
            "Öztürk",
            "Ünal",
            "Popescu",
            "Papadopoulos",
            "Smith",
            "Jones",
            "Taylor",
            "Brown",
            "Wilson",
            "Evans",
            "Walker",
            "Wright",
            "Silva",
            "Costa",
            "Fernandes",
            "Rossi",
            "Ricci",
            "Moretti",
            "Weiß",
            "Großmann",
            "Åkesson",
            "Ørsted",
            "Kjær",
            "Łapiński",
            "Dvořák",
            "Horváth",
            "Nagy",
            "Kim",
            "Park",
            "Nguyen",
            "Tran",
            "Singh",
            "Sharma",
            "Khan",
            "Ali",
            "Ndlovu",
            "Mbeki",
            "McDonald",
            "MacGregor",
            "Lefèvre",
            "Bélanger",
            "St. John",
            "Smith-Jones",
            "Müller-Lüdenscheidt",
            "Zhou",
            "Yamamoto");

    private Names() {}

    static String first(Random random) {
        return FIRST.get(random.nextInt(FIRST.size()));
    }

    static String last(Random random) {
        return LAST.get(random.nextInt(LAST.size()));
    }

    /** A name in letters that every mail system takes. */
    static String plain(String name) {
        String replaced = name.replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("ı", "i");
        return Normalizer.normalize(replaced, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
