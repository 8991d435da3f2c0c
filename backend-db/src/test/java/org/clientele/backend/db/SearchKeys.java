package org.clientele.backend.db;

import static org.clientele.backend.db.KeyCase.ABSENT;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;

/** Keys that decide what is found, listed and how it is called. */
final class SearchKeys {
    private static final List<String> FOUND = List.of("jdoe");
    private static final List<String> NOTHING = List.of();

    static final List<KeyCase> CASES = List.of(
            KeyCase.of("searchCaseSensitive", c -> people(c).find("JDOE").isPresent())
                    .answers(ABSENT, true)
                    .answers("0", true)
                    .answers("1", false),
            KeyCase.of("searchFields", c -> people(c).search(word("ulm")))
                    .answers(ABSENT, NOTHING)
                    .answers("login, city", FOUND),
            KeyCase.of("searchPrefix", c -> people(c).search(word("doe")))
                    .with("searchFields", "login")
                    .answers(ABSENT, FOUND)
                    .answers("", NOTHING),
            KeyCase.of("searchSuffix", c -> people(c).search(word("jd")))
                    .with("searchFields", "login")
                    .answers(ABSENT, FOUND)
                    .answers("", NOTHING),
            KeyCase.of("searchListLimit", SearchKeys::rowsOfOneRequest)
                    .answers(ABSENT, 3)
                    .answers("2", 2),
            KeyCase.of("postMasterSearchFields", c -> people(c).search(new Criterion.Email("jo@home.example")))
                    .answers(ABSENT, NOTHING)
                    .answers("email, comments", FOUND),
            KeyCase.of("customerId", c -> people(c).search(new Criterion.CustomerId(TextPattern.exactly("Ulm"))))
                    .answers(ABSENT, NOTHING)
                    .answers("city", FOUND),
            KeyCase.of(
                            "customerKey",
                            c -> Configured.outcome(
                                    () -> people(c).find("jo@example.com").map(SourceRecord::id)))
                    .with("map.4", "UserLogin | Username | email | 1 | 1 | var | | 0 | |")
                    .with("map.6", "UserEmail | Email | phone | 1 | 1 | var | | 0 | |")
                    .with("listFields", "phone")
                    .answers("email", Optional.of("jo@example.com"))
                    .answers(ABSENT, Reason.MISCONFIGURED),
            KeyCase.of("customerValid", SearchKeys::validOnes)
                    .answers(ABSENT, NOTHING)
                    .answers("", FOUND),
            KeyCase.of("nativeId", c -> people(c).find("jdoe").orElseThrow().nativeId())
                    .answers(ABSENT, Optional.empty())
                    .answers("phone", Optional.of("0")),
            KeyCase.of("listFields", c -> people(c).find("jdoe").orElseThrow().mailString())
                    .answers(ABSENT, "\"Jo Doe\" <jo@example.com>")
                    .answers("login, city, email", "\"jdoe Ulm\" <jo@example.com>"),
            KeyCase.of("nameFields", SearchKeys::name).answers(ABSENT, "Jo Doe").answers("last_name, city", "Doe Ulm"),
            KeyCase.of("nameFieldsJoin", SearchKeys::name)
                    .answers(ABSENT, "Jo Doe")
                    .answers("", "JoDoe")
                    .answers("***", "Jo***Doe"));

    private SearchKeys() {}

    /** The source with one person, written past it: a source whose key column has another name could not. */
    static TestSource people(Configured configured) throws Exception {
        try (TestSource plain = TestSource.customerUsers(configured.database(), Map.of())) {
            plain.writable()
                    .add(
                            person(
                                    "jdoe",
                                    Map.of(
                                            "UserEmail", "jo@example.com",
                                            "UserPhone", "0",
                                            "UserComment", "jo@home.example",
                                            "UserCity", "Ulm")),
                            soon());
        }
        return configured.source();
    }

    private static Object rowsOfOneRequest(Configured configured) throws Exception {
        TestSource source = people(configured);
        source.add("a", "b");
        return source.page(Criterion.ALL, Optional.empty(), 1000, true)
                .records()
                .size();
    }

    private static Object validOnes(Configured configured) throws Exception {
        TestSource source = people(configured);
        configured.database().run("update customer_user set valid_id = 2");
        return TestSource.ids(source.page(Criterion.ALL, Optional.empty(), 10, false));
    }

    private static Object name(Configured configured) throws Exception {
        return people(configured).find("jdoe").orElseThrow().name();
    }
}
