package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;
import org.clientele.spi.OrderKey;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an LDAP source does, whatever the server. */
abstract class LdapSourceContract<D extends TestDirectory> extends LdapSourceTest<D> {
    private static final List<String> UGLY = List.of(
            "O'Brien",
            "Ünal",
            "カス",
            "x\"y <z>",
            "${a}",
            "%",
            "_",
            "\\",
            "\\2a",
            "*",
            "(a)",
            "a,b=c",
            "a+b;c",
            "{x}",
            "😀 smile",
            "#hash",
            "x".repeat(191),
            "two  blanks",
            "-",
            "!",
            "&|",
            "null");

    private List<Entry> uglyPeople() throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (String ugly : UGLY) {
            entries.add(Person.of(entries.size(), ugly)
                    .with("sn", ugly)
                    .with("cn", "cn of " + ugly)
                    .with("mail", "person" + entries.size() + "@example.org")
                    .entry());
        }
        return entries;
    }

    @Test
    void everyUglyLoginIsFoundAsStoredAndByNoOtherLogin() throws Exception {
        directory().load(uglyPeople());
        LdapSource source = source(Map.of());
        for (String ugly : UGLY) {
            SourceRecord found = source.find(ugly, soon()).orElseThrow(() -> new AssertionError(ugly));
            assertThat(found.id()).isEqualTo(ugly);
            assertThat(found.fields().get("UserLogin")).containsExactly(ugly);
            assertThat(found.fields().get("UserLastname")).containsExactly(ugly);
            assertThat(found.key()).isEqualTo(OrderKey.of(ugly));
        }
        for (String unknown :
                List.of("", " ", "two blanks", "a", "*)(uid=*", "O*", "\0", "O'Brien\0", "\uD800", "\\5c")) {
            assertThat(source.find(unknown, soon())).as(unknown).isEmpty();
        }
    }

    @Test
    void searchTextsOfEveryKindFindWhatContainsThemAndNothingElse() throws Exception {
        directory().load(uglyPeople());
        LdapSource source = source(Map.of("searchPrefix", "*"));
        List<String> texts = new ArrayList<>(UGLY);
        texts.addAll(List.of(
                "c++", "a AND OR b", "(", "\"", "*)(uid=*", "' OR 1=1 --", "o'b", "ünal", "  ", " of ", "of  ", "2a"));
        for (String text : texts) {
            SearchExpression literal = new SearchExpression.Word(TextPattern.exactly(text));
            List<String> expected = UGLY.stream()
                    .filter(uid -> OrderKey.of("cn of " + uid).contains(OrderKey.of(text))
                            || OrderKey.of(uid).contains(OrderKey.of(text))
                            || ("person" + UGLY.indexOf(uid) + "@example.org").contains(text))
                    .sorted(Comparator.comparing(OrderKey::of, OrderKey.COMPARATOR))
                    .toList();
            assertThat(ids(source.search(query(new Criterion.Text(literal)), soon())))
                    .as(text)
                    .containsExactlyElementsOf(expected);
            List<String> others = new ArrayList<>(UGLY);
            others.removeAll(expected);
            assertThat(ids(source.search(query(new Criterion.Text(new SearchExpression.Not(literal))), soon())))
                    .as("not " + text)
                    .containsExactlyInAnyOrderElementsOf(others);
        }
    }

    @Test
    void aThousandCharactersAreAnOrdinarySearch() throws Exception {
        directory().load(uglyPeople());
        assertThat(ids(source(Map.of()).search(words("y".repeat(1000)), soon())))
                .isEmpty();
        assertThat(ids(source(Map.of("searchPrefix", "*")).search(words("x*".repeat(100)), soon())))
                .containsExactly("x".repeat(191));
    }

    @Test
    void aNegationMatchesWhereTheAttributeIsMissing() throws Exception {
        directory()
                .load(Person.entries(Person.of(1, "with").with("mail", "with@example.org"), Person.of(2, "without")));
        LdapSource source = source(Map.of("searchFields", "mail"));
        SearchExpression not = new SearchExpression.Not(word("with@"));
        assertThat(ids(source.search(query(new Criterion.Text(not)), soon()))).containsExactly("without");
        SearchExpression foreign = new SearchExpression.Not(word("カス"));
        assertThat(ids(source.search(query(new Criterion.Text(foreign)), soon())))
                .containsExactly("with", "without");
    }

    @Test
    void aNegationOverAnAttributeUnknownToTheServerMatchesAll() throws Exception {
        directory().load(Person.entries(Person.of(1, "a"), Person.of(2, "b")));
        LdapSource source = source(Map.of("searchFields", "noSuchAttribute"));
        assertThat(ids(source.search(words("a"), soon()))).isEmpty();
        SearchExpression not = new SearchExpression.Not(word("a"));
        assertThat(ids(source.search(query(new Criterion.Text(not)), soon()))).containsExactly("a", "b");
    }

    @Test
    void wordsMatchInDifferentFieldsAndWildcardsAnywhere() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(1, "jd").with("cn", "John Doe").with("mail", "jd@one.example"),
                        Person.of(2, "jr").with("cn", "John Roe").with("mail", "jr@two.example")));
        LdapSource source = source(Map.of());
        assertThat(ids(source.search(words("john", "jr@"), soon()))).containsExactly("jr");
        assertThat(ids(source.search(words("j*n d"), soon()))).containsExactly("jd");
        assertThat(ids(source.search(words("*one"), soon()))).containsExactly("jd");
        assertThat(ids(source.search(words("oh"), soon()))).isEmpty();
        SearchExpression or = new SearchExpression.Or(List.of(word("jd"), new SearchExpression.Not(word("john"))));
        assertThat(ids(source.search(query(new Criterion.Text(or)), soon()))).containsExactly("jd");
        assertThat(ids(source(Map.of("searchSuffix", "")).search(words("john"), soon())))
                .isEmpty();
    }

    @Test
    void customerIdsAndAddressesAreMatchedAsAWhole() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(1, "a").with("o", "ACME").with("mail", "a@example.org", "second@example.org"),
                        Person.of(2, "b").with("o", "ACME GmbH").with("mail", "b*@example.org")));
        LdapSource source = source(Map.of("map.6", "UserCustomerID | Customer | o | 1 | 1 | var | | 1 | |"));
        assertThat(ids(source.search(query(new Criterion.CustomerId(TextPattern.of("acme"))), soon())))
                .containsExactly("a");
        assertThat(ids(source.search(query(new Criterion.CustomerId(TextPattern.of("acme*"))), soon())))
                .containsExactly("a", "b");
        assertThat(ids(source.search(query(new Criterion.Email("Second@Example.org")), soon())))
                .containsExactly("a");
        assertThat(ids(source.search(query(new Criterion.Email("*@example.org")), soon())))
                .isEmpty();
        assertThat(ids(source.search(query(new Criterion.Ids(Set.of("A", "b", "c"))), soon())))
                .containsExactly("a", "b");
    }

    @Test
    void allValuesOfAnAttributeAndAnIdentityAreDelivered() throws Exception {
        directory()
                .load(Person.entries(Person.of(1, "a")
                        .with("mail", "a@example.org", "b@example.org")
                        .with("givenName", "Ann")
                        .with("sn", "O'Brien ")
                        .with("userPassword", "hidden")));
        SourceRecord found = source(Map.of()).find("A", soon()).orElseThrow();
        assertThat(found.id()).isEqualTo("a");
        assertThat(found.name()).startsWith("Ann O'Brien");
        assertThat(found.fields().get(Fields.EMAIL)).containsExactly("a@example.org", "b@example.org");
        assertThat(found.nativeId().orElseThrow()).matches("[0-9a-f-]{36}");
        assertThat(found.toString()).doesNotContain("hidden");
    }

    @Test
    void filtersDecideWhoExistsAndWhoIsValid() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(1, "valid"),
                        Person.of(2, "locked").with("description", "locked"),
                        Person.of(3, "alien").with("title", "alien")));
        LdapSource source =
                source(Map.of("alwaysFilter", "(!(title=alien))", "validFilter", "(!(description=locked))"));
        assertThat(source.find("alien", soon())).isEmpty();
        assertThat(source.find("locked", soon()).orElseThrow().validity()).isEqualTo(Validity.INVALID);
        assertThat(source.find("valid", soon()).orElseThrow().validity()).isEqualTo(Validity.VALID);
        assertThat(ids(source.search(all(10), soon()))).containsExactly("valid");
        SourceQuery withInvalid = new SourceQuery(Criterion.ALL, Optional.empty(), 10, true);
        assertThat(source.search(withInvalid, soon()).records())
                .extracting(SourceRecord::validity)
                .containsExactly(Validity.INVALID, Validity.VALID);
    }

    @Test
    void nobodyIsInvalidBecauseTheServerDidNotSayWhoIsValid() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(1, "same"),
                        Person.of(2, "same"),
                        Person.of(3, "same"),
                        Person.of(9, "same").with("title", "wanted")));
        LdapSource source =
                source(Map.of("searchFields", "title", "searchSuffix", "", "validFilter", "(!(description=locked))"));
        SourceQuery query = new SourceQuery(new Criterion.Text(word("wanted")), Optional.empty(), 10, true);
        assertThat(source.search(query, soon()).records())
                .extracting(SourceRecord::validity)
                .containsExactly(Validity.VALID);
        directory().limit(2);
        try {
            assertThatThrownBy(() -> source.search(query, soon()))
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("sizeLimitExceeded")
                    .hasMessageContaining("validFilter")
                    .extracting("reason")
                    .isEqualTo(Reason.REQUEST);
        } finally {
            directory().limit(0);
        }
    }

    @Test
    void caseCountsOnlyWhereItIsConfigured() throws Exception {
        directory().load(Person.entries(Person.of(1, "Jane").with("cn", "Jane")));
        assertThat(source(Map.of()).find("jANE", soon())).isPresent();
        LdapSource strict = source(Map.of("searchCaseSensitive", "1"));
        assertThat(strict.find("jANE", soon())).isEmpty();
        assertThat(strict.find("Jane", soon())).isPresent();
        assertThat(ids(strict.search(words("jan"), soon()))).isEmpty();
        assertThat(ids(strict.search(words("Jan"), soon()))).containsExactly("Jane");
    }

    @Test
    void ofSeveralEntriesWithOneLoginTheFirstIsUsedAndThatIsSaid() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(2, "same").with("sn", "Second"),
                        Person.of(1, "SAME").with("sn", "First")));
        LdapSource source = source(Map.of());
        assertThat(source.find("same", soon()).orElseThrow().fields().get("UserLastname"))
                .containsExactly("First");
        assertThat(ids(source.search(all(10), soon()))).containsExactly("SAME");
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
        assertThat(source.condition().findings()).extracting("key").containsExactly("uid");
    }

    @Test
    void pagesAreThoseOfASortedList() throws Exception {
        Random random = new Random(7);
        Map<String, Entry> people = new HashMap<>();
        String alphabet = "abAB-_. äÜカ😀\uFF21";
        int[] points = alphabet.codePoints().toArray();
        while (people.size() < 700) {
            StringBuilder uid = new StringBuilder("u");
            random.ints(1 + random.nextInt(5), 0, points.length).forEach(i -> uid.appendCodePoint(points[i]));
            uid.append("e");
            people.putIfAbsent(
                    OrderKey.of(uid.toString()).replaceAll(" +", " "),
                    Person.of(people.size(), uid.toString()).entry());
        }
        directory().load(List.copyOf(people.values()));
        LdapSource source = source(Map.of());
        List<String> walked = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        SourcePage page;
        do {
            int limit = 1 + random.nextInt(300);
            page = source.search(new SourceQuery(Criterion.ALL, after, limit, false), soon());
            assertThat(page.records()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.truncated()).isFalse();
            walked.addAll(ids(page));
            SourceRecord last = page.records().get(page.records().size() - 1);
            after = Optional.of(new Position(last.key(), last.id()));
        } while (page.more());
        List<String> expected = people.values().stream()
                .map(entry -> entry.getAttributeValue("uid"))
                .sorted(Comparator.comparing(OrderKey::of, OrderKey.COMPARATOR))
                .toList();
        assertThat(walked).containsExactlyElementsOf(expected);
    }

    @Test
    void aMissingBaseIsWaitingUntilItIsThere() throws Exception {
        directory().load(List.of());
        LdapSource source = source(Map.of("baseDn", "ou=later," + TestDirectory.BASE));
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
        assertThat(reasonOf(() -> source.find("a", soon()))).isEqualTo(Reason.WAITING);
        assertThat(source.condition().state()).isEqualTo(SourceState.WAITING);
        assertThat(source.condition().findings()).extracting("key").containsExactly("baseDn");
        directory()
                .load(List.of(new Entry(
                        "dn: ou=later," + TestDirectory.BASE, "objectClass: organizationalUnit", "ou: later")));
        assertThat(source.find("a", soon())).isEmpty();
        assertThat(source.condition().state()).isEqualTo(SourceState.READY);
    }

    @Test
    void theServiceSignsInOrIsRefused() throws Exception {
        directory().load(Person.entries(Person.of(1, "a")));
        LdapSource right = source(Map.of("userDn", TestDirectory.ADMIN, "userPw", TestDirectory.ADMIN_PASSWORD));
        assertThat(right.find("a", soon())).isPresent();
        LdapSource wrong = source(Map.of("userDn", TestDirectory.ADMIN, "userPw", "wrong-password"));
        assertThatThrownBy(() -> wrong.find("a", soon()))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("refused the sign-in")
                .hasMessageNotContaining("wrong-password")
                .extracting("reason")
                .isEqualTo(Reason.CONNECTION);
    }

    @Test
    void aServerThatStopsIsNoticedAtOnceAndItsReturnToo() throws Exception {
        directory().load(Person.entries(Person.of(1, "a")));
        LdapSource source = source(Map.of());
        assertThat(source.find("a", soon())).isPresent();
        directory().stop();
        try {
            long start = System.nanoTime();
            assertThat(reasonOf(() -> source.find("a", soon()))).isEqualTo(Reason.CONNECTION);
            assertThat(reasonOf(() -> source.search(all(10), soon()))).isEqualTo(Reason.CONNECTION);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            directory().start();
        }
        assertThat(source.find("a", soon())).isPresent();
        assertThat(ids(source.search(all(10), soon()))).containsExactly("a");
    }

    @Test
    void twentyThreadsGetTheirOwnAnswers() throws Exception {
        List<Entry> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(Person.of(i, "user" + i).entry());
        }
        directory().load(people);
        LdapSource source = source(Map.of());
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String uid = "user" + i % 40;
                calls.add(() -> source.find(uid, soon()).orElseThrow().id().equals(uid) ? "" : uid);
            }
            for (Future<String> answer : callers.invokeAll(calls)) {
                assertThat(answer.get()).isEmpty();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "one", "sub"})
    void theScopeDecidesHowDeepPeopleAre(String scope) throws Exception {
        Entry unit = new Entry("dn: ou=deep," + TestDirectory.BASE, "objectClass: organizationalUnit", "ou: deep");
        Entry deep = Person.of(2, "deep").entry();
        deep.setDN("employeeNumber=2,ou=deep," + TestDirectory.BASE);
        directory().load(List.of(Person.of(1, "near").entry(), unit, deep));
        List<String> expected = switch (scope) {
            case "base" -> List.of();
            case "one" -> List.of("near");
            default -> List.of("deep", "near");
        };
        assertThat(ids(source(Map.of("scope", scope)).search(all(10), soon()))).isEqualTo(expected);
    }
}
