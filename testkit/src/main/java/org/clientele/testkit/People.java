package org.clientele.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clientele.Validity;
import org.clientele.spi.OrderKey;

/** People to test with: the same for the same seed. */
final class People {
    private static final List<String> FIRST_NAMES =
            List.of("", "John", "JOHN", "Mary Ann", "Ünal", "カス", "x\"y <z>", "${a}", "100%", "a_b", "back\\slash");
    private static final List<String> LAST_NAMES =
            List.of("O'Brien", "Smith", "smith-jones", "Ünal", "カス", "(Berlin)", "a*b", "R&D", "c++", "{x}");
    private static final List<String> CUSTOMERS = List.of("example", "Example GmbH", "a_c", "abc", "100%", "ünal");
    private static final List<String> NUMBERS = List.of("", "0", "1", "-5", "9", "10", "27", "2147483647");
    private static final List<String> SYLLABLES = List.of(
            "a",
            "b",
            "A",
            "B",
            "Z",
            "0",
            "9",
            "_",
            "-",
            ".",
            "%",
            "'",
            "ä",
            "Ü",
            "カ",
            "\uFD3E",
            "\uD83D\uDE00",
            "\uD83D\uDE01");

    private final Random random;
    private final Set<Deviation> deviations;
    private final boolean caseSensitive;

    People(long seed, Set<Deviation> deviations, boolean caseSensitive) {
        this.random = new Random(seed);
        this.deviations = deviations;
        this.caseSensitive = caseSensitive;
    }

    /** So many people whose logins are all different and many of them neighbours. */
    List<TestPerson> some(int number) {
        List<TestPerson> people = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (people.size() < number) {
            String login = login();
            if (keys.add(caseSensitive ? login : OrderKey.of(login))) {
                people.add(person(login));
            }
        }
        return people;
    }

    static List<TestPerson> of(String... logins) {
        return List.of(logins).stream().map(TestPerson::of).toList();
    }

    private TestPerson person(String login) {
        int lot = random.nextInt(10);
        Validity validity = lot == 0 ? Validity.INVALID : lot == 1 ? Validity.INVALID_TEMPORARILY : Validity.VALID;
        return TestPerson.of(login)
                .withCustomerId(pick(CUSTOMERS))
                .withName(pick(FIRST_NAMES), pick(LAST_NAMES))
                .withValidity(validity)
                .withNumber(NUMBERS.get(Math.floorMod(login.hashCode(), NUMBERS.size())));
    }

    private String login() {
        StringBuilder login = new StringBuilder();
        int length = 1 + random.nextInt(5);
        for (int i = 0; i < length; i++) {
            login.append(syllable());
        }
        return login.toString();
    }

    private String syllable() {
        String syllable = pick(SYLLABLES);
        boolean storable = syllable.codePointAt(0) <= 0xFFFF || !deviations.contains(Deviation.BASIC_PLANE_ONLY);
        return storable ? syllable : "e";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
