package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.phrase;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.AlreadyExistsException;
import org.clientele.InvalidInputException;
import org.clientele.NotFoundException;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.StaleException;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.RecordChange;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source does with a real database; the same on each. */
abstract class TableContract {
    private static final String LONGEST = "x".repeat(191);

    private TestSource source;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        database().reset();
        source = TestSource.customerUsers(database(), Map.of());
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void anEmptyConfigurationIsReadyOnTheDefaultTable() throws Exception {
        source.add("jdoe");

        assertThat(source.source().condition().findings()).isEmpty();
        assertThat(source.source().condition().state()).isEqualTo(SourceState.READY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O'Brien", "Ünal", "カス", "x\"y <z>", "${a}", "%", "_", "\\", "a b", "😀", "0", "mu\u0308ller"})
    void aLoginIsFoundAsStored(String login) throws Exception {
        source.add(login, "other", "Unal", "Muller");

        assertThat(source.find(login).map(SourceRecord::id)).contains(login);
    }

    @Test
    void theLongestLoginIsFound() throws Exception {
        source.add(LONGEST);

        assertThat(source.find(LONGEST)).isPresent();
        assertThat(source.find(LONGEST + "x")).isEmpty();
    }

    @Test
    void caseDoesNotMatterForLogins() throws Exception {
        source.add("Ünal", "jdoe");

        assertThat(source.find("üNAL").map(SourceRecord::id)).contains("Ünal");
        assertThat(source.find("JDOE").map(SourceRecord::id)).contains("jdoe");
    }

    @Test
    void accentsAndBlanksMatterForLogins() throws Exception {
        source.add("Müller", "a");

        assertThat(source.find("Muller")).isEmpty();
        assertThat(source.find("a ")).isEmpty();
        assertThat(source.find(" a")).isEmpty();
        assertThat(source.find("a\0")).isEmpty();
        source.add("Muller", "a ");
        assertThat(source.find("muller").map(SourceRecord::id)).contains("Muller");
        assertThat(source.find("a ").map(SourceRecord::id)).contains("a ");
        assertThat(source.search(new Criterion.Ids(Set.of("a ", "müller")))).containsExactly("a ", "Müller");
    }

    @Test
    void caseMattersIfTheConfigurationSaysSo() throws Exception {
        source.add("jdoe");
        try (TestSource strict = TestSource.customerUsers(database(), Map.of("searchCaseSensitive", "1"))) {
            assertThat(strict.find("JDOE")).isEmpty();
            assertThat(strict.find("jdoe")).isPresent();
            assertThat(strict.search(word("DOE"))).isEmpty();
            assertThat(strict.search(word("jO"))).isEmpty();
            assertThat(strict.search(word("Jo"))).containsExactly("jdoe");
        }
    }

    @Test
    void aRecordHasItsFieldsAndNoPassword() throws Exception {
        source.writable()
                .add(
                        TestSource.withPassword(
                                person("jdoe", Map.of("UserTitle", "Dr.", "UserPhone", "0", "UserComment", "")), "pw"),
                        soon());

        SourceRecord record = source.find("jdoe").orElseThrow();

        assertThat(record.key()).isEqualTo("jdoe");
        assertThat(record.name()).isEqualTo("Dr. Jo Doe");
        assertThat(record.validity()).isEqualTo(Validity.VALID);
        assertThat(record.fields())
                .containsEntry("UserPhone", List.of("0"))
                .containsEntry("ValidID", List.of("1"))
                .doesNotContainKeys("UserPassword", "UserComment", "UserFax");
        assertThat(database().query("select pw from customer_user")).startsWith("$argon2id$v=19$");
        assertThat(database().query("select create_by, change_by from customer_user"))
                .isEqualTo("admin admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "Ünal",
                "カス",
                "x\"y <z>",
                "${a}",
                "100%",
                "a_b",
                "c:\\dir\\",
                "c++",
                "😀",
                "*)(uid=*",
                "' OR 1=1 --"
            })
    void aTextIsFoundWhereItStandsAndNowhereElse(String text) throws Exception {
        source.writable().add(person("one", Map.of("UserLastname", "before " + text + " after")), soon());
        source.add("two");

        assertThat(source.search(phrase(text))).containsExactly("one");
        assertThat(source.search(new SearchExpression.Not(phrase(text)))).containsExactly("two");
    }

    @Test
    void wildcardsOfSqlAreOrdinaryCharacters() throws Exception {
        source.add("abc", "a%c", "a_c", "a\\c");

        assertThat(source.search(word("a%c"))).containsExactly("a%c");
        assertThat(source.search(word("a_c"))).containsExactly("a_c");
        assertThat(source.search(word("a\\c"))).containsExactly("a\\c");
        assertThat(source.search(word("a*c"))).containsExactly("a%c", "a\\c", "a_c", "abc");
    }

    @Test
    void caseDoesNotMatterInSearchesButAccentsDo() throws Exception {
        source.writable().add(person("one", Map.of("UserLastname", "MÜLLER")), soon());
        source.writable().add(person("two", Map.of("UserLastname", "Muller")), soon());

        assertThat(source.search(word("müll"))).containsExactly("one");
        assertThat(source.search(word("mull"))).containsExactly("two");
    }

    @Test
    void wordsMayStandInDifferentFieldsAndAnEmptyFieldMatchesOnlyNegations() throws Exception {
        source.close();
        source = TestSource.customerUsers(database(), Map.of("searchFields", "login, title, last_name"));
        source.writable().add(person("one", Map.of("UserTitle", "Dr.", "UserLastname", "Smith")), soon());
        source.writable().add(person("two", Map.of("UserLastname", "Smith")), soon());

        SearchExpression both = new SearchExpression.And(List.of(word("dr"), word("smith")));
        SearchExpression without =
                new SearchExpression.And(List.of(new SearchExpression.Not(word("dr")), word("smith")));
        SearchExpression either = new SearchExpression.Or(List.of(word("dr"), word("two")));

        assertThat(source.search(both)).containsExactly("one");
        assertThat(source.search(without)).containsExactly("two");
        assertThat(source.search(either)).containsExactly("one", "two");
        assertThat(source.search(word("*"))).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "\"", "!", "*", "%", "_", "\\", "\\%", "\0", "\uD800", "'"})
    void anyTextIsAnAnswer(String text) throws Exception {
        source.add("jdoe");

        assertThat(source.search(phrase(text))).doesNotContain("jdoe");
        assertThat(source.search(new SearchExpression.Not(phrase(text)))).containsExactly("jdoe");
    }

    @Test
    void aHugeExpressionIsAnAnswer() throws Exception {
        source.add("jdoe");
        List<SearchExpression> words = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            words.add(word("w" + i));
        }

        assertThat(source.search(new SearchExpression.Or(words))).isEmpty();
        assertThat(source.search(phrase("x".repeat(1000)))).isEmpty();
    }

    @Test
    void customerIdsAreFoundExactlyAndByPattern() throws Exception {
        source.writable().add(person("one", Map.of("UserCustomerID", "ACME")), soon());
        source.writable().add(person("two", Map.of("UserCustomerID", "acme-2")), soon());

        assertThat(source.search(new Criterion.CustomerId(TextPattern.exactly("acme"))))
                .containsExactly("one");
        assertThat(source.search(new Criterion.CustomerId(TextPattern.of("acme*"))))
                .containsExactly("one", "two");
        assertThat(source.search(new Criterion.CustomerId(TextPattern.of("*2"))))
                .containsExactly("two");
    }

    @Test
    void anEmailAddressIsComparedAsAWhole() throws Exception {
        source.writable().add(person("one", Map.of("UserEmail", "O'Brien_1@example.com")), soon());
        source.writable().add(person("two", Map.of("UserEmail", "oxbrienx1@example.com")), soon());

        assertThat(source.search(new Criterion.Email("o'brien_1@EXAMPLE.com"))).containsExactly("one");
        assertThat(source.search(new Criterion.Email("o%"))).isEmpty();
        assertThat(source.search(new Criterion.Email("*"))).isEmpty();
    }

    @Test
    void invalidRecordsAreListedOnlyOnRequestAndAlwaysFound() throws Exception {
        source.writable().add(person("one", Map.of("ValidID", "2")), soon());
        source.add("two");

        assertThat(TestSource.ids(source.page(Criterion.ALL, Optional.empty(), 10, false)))
                .containsExactly("two");
        assertThat(TestSource.ids(source.page(Criterion.ALL, Optional.empty(), 10, true)))
                .containsExactly("one", "two");
        assertThat(source.find("one").map(SourceRecord::validity)).contains(Validity.INVALID);
    }

    @Test
    void pagesFollowTheOrderOfKeysByCodePoint() throws Exception {
        Set<String> logins = new LinkedHashSet<>(
                List.of("a", "a ", "A1", "b", "Z", "z1", "ä", "\uFF21x", "😀", "カス", "%", "_", "\\", "'", LONGEST));
        Random random = new Random(42);
        while (logins.size() < 120) {
            logins.add(randomLogin(random));
        }
        source.add(logins.toArray(String[]::new));

        List<SourceRecord> walked = new ArrayList<>();
        Optional<SourceQuery.Position> after = Optional.empty();
        SourcePage page;
        do {
            page = source.page(Criterion.ALL, after, 7, true);
            walked.addAll(page.records());
            SourceRecord last = page.records().get(page.records().size() - 1);
            after = Optional.of(new SourceQuery.Position(last.key(), last.id()));
        } while (page.more());

        List<String> sorted = walked.stream()
                .sorted(Comparator.comparing(r -> new SourceQuery.Position(r.key(), r.id())))
                .map(SourceRecord::id)
                .toList();
        assertThat(walked).extracting(SourceRecord::id).containsExactlyInAnyOrderElementsOf(logins);
        assertThat(walked).extracting(SourceRecord::id).containsExactlyElementsOf(sorted);
    }

    @Test
    void aPageSaysWhetherThereIsMore() throws Exception {
        source.add("a", "b", "c");

        assertThat(source.page(Criterion.ALL, Optional.empty(), 2, true).more()).isTrue();
        assertThat(source.page(Criterion.ALL, Optional.empty(), 3, true).more()).isFalse();
    }

    @Test
    void manyIdsAreAskedForAtOnce() throws Exception {
        source.add("a", "b", "c");
        Set<String> ids = new LinkedHashSet<>(List.of("A", "C"));
        for (int i = 0; i < 998; i++) {
            ids.add("nobody" + i);
        }

        assertThat(source.search(new Criterion.Ids(ids))).containsExactly("a", "c");
        assertThat(source.search(new Criterion.Ids(Set.of()))).isEmpty();
    }

    @Test
    void aLoginIsTakenWhateverItsCase() throws Exception {
        source.add("jdoe");

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> source.add("JDoe"))
                .satisfies(e -> assertThat(e.variable()).isEqualTo("UserLogin"));
    }

    @Test
    void aValueThatIsTooLongIsRefusedAtItsField() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> source.writable().add(person("jdoe", Map.of("UserTitle", "x".repeat(51))), soon()))
                .satisfies(e -> assertThat(e.messages()).containsOnlyKeys("UserTitle"));
    }

    @Test
    void lengthsAreKnownAfterTheFirstContact() throws Exception {
        source.add("jdoe");

        assertThat(source.source()
                        .description()
                        .field("UserLogin")
                        .orElseThrow()
                        .maxLength())
                .hasValue(191);
        assertThat(source.source()
                        .description()
                        .field("UserComment")
                        .orElseThrow()
                        .maxLength())
                .hasValue(250);
    }

    @Test
    void anUpdateChangesNamedFieldsAlone() throws Exception {
        source.writable().add(TestSource.withPassword(person("jdoe", Map.of("UserPhone", "1")), "pw"), soon());
        String hash = database().query("select pw from customer_user");

        source.writable().update(change("jdoe", "UserPhone", "1", "2"), soon());
        source.writable().update(change("jdoe", "UserTitle", "", "Dr."), soon());
        source.writable().update(change("jdoe", "ValidID", "1", "3"), soon());

        SourceRecord record = source.find("jdoe").orElseThrow();
        assertThat(record.fields())
                .containsEntry("UserPhone", List.of("2"))
                .containsEntry("UserTitle", List.of("Dr."))
                .containsEntry("UserLastname", List.of("Doe"));
        assertThat(record.validity()).isEqualTo(Validity.INVALID_TEMPORARILY);
        assertThat(database().query("select pw from customer_user")).isEqualTo(hash);
        assertThat(database().query("select create_by, change_by from customer_user"))
                .isEqualTo("admin editor");
    }

    @Test
    void anEmptiedFieldIsEmptyHoweverTheTableKeepsIt() throws Exception {
        source.writable().add(person("jdoe", Map.of("UserPhone", "1")), soon());
        source.writable().update(change("jdoe", "UserPhone", "1", ""), soon());
        assertThat(source.find("jdoe").orElseThrow().fields()).doesNotContainKey("UserPhone");
        database().run("update customer_user set phone = ''");

        source.writable().update(change("jdoe", "UserPhone", "", "2"), soon());

        assertThat(source.find("jdoe").orElseThrow().fields()).containsEntry("UserPhone", List.of("2"));
    }

    @Test
    void anUpdateOfWhatSomebodyElseChangedIsStale() throws Exception {
        source.writable().add(person("jdoe", Map.of("UserPhone", "1", "UserLastname", "Müller")), soon());

        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> source.writable().update(change("jdoe", "UserPhone", "0", "2"), soon()));
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> source.writable().update(change("jdoe", "UserLastname", "Muller", "x"), soon()));
        assertThatExceptionOfType(StaleException.class)
                .isThrownBy(() -> source.writable().update(change("jdoe", "UserPhone", "1 ", "2"), soon()));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> source.writable().update(change("nobody", "UserPhone", "1", "2"), soon()));
        assertThat(source.find("jdoe").orElseThrow().fields()).containsEntry("UserPhone", List.of("1"));
    }

    @Test
    void aPasswordIsReplaced() throws Exception {
        source.add("jdoe");

        source.writable()
                .update(
                        new RecordChange("jdoe", Map.of(), Optional.of(org.clientele.Password.of("new")), "editor"),
                        soon());

        assertThat(database().query("select pw from customer_user")).startsWith("$argon2id$");
    }

    @Test
    void aReadOnlyRowIsSetOnceAndNeverChanged() throws Exception {
        source.close();
        source = TestSource.customerUsers(
                database(), Map.of("map.8", "UserPhone | Phone | phone | 1 | 0 | var | | 1 | |"));
        source.writable().add(person("jdoe", Map.of("UserPhone", "1")), soon());

        source.writable().update(change("jdoe", "UserPhone", "1", "2"), soon());

        assertThat(source.find("jdoe").orElseThrow().fields()).containsEntry("UserPhone", List.of("1"));
    }

    @Test
    void aColumnIsAddedOnceAndServesANewRow() throws Exception {
        source.extensible().extend("room", 250, soon());
        source.extensible().extend("room", 250, soon());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> source.extensible().extend("room; drop table x", 10, soon()));
        source.close();
        source = TestSource.customerUsers(
                database(),
                Map.of("map.17", "UserRoom | Room | room | 1 | 0 | var | | 0 | |", "searchFields", "login,room"));

        source.writable().add(person("jdoe", Map.of("UserRoom", "R 101")), soon());

        assertThat(source.search(word("r 101"))).containsExactly("jdoe");
        assertThat(source.source().description().field("UserRoom").orElseThrow().maxLength())
                .hasValue(250);
    }

    @Test
    void twentyThreadsGetTheirOwnAnswers() throws Exception {
        for (int i = 0; i < 20; i++) {
            source.add("user" + i);
        }
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String login = "user" + i % 20;
                calls.add(() -> source.find(login.toUpperCase(java.util.Locale.ROOT))
                                .map(SourceRecord::id)
                                .equals(Optional.of(login))
                        && source.search(phrase(login)).contains(login));
            }
            for (Future<Boolean> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void concurrentChangesOfOneFieldAreNotLost() throws Exception {
        source.writable().add(person("jdoe", Map.of("UserPhone", "0")), soon());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(this::countUp);
            }
            int done = 0;
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                done += answer.get();
            }
            assertThat(done).isPositive();
            assertThat(source.find("jdoe").orElseThrow().fields())
                    .containsEntry("UserPhone", List.of(Integer.toString(done)));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMissingTableIsWaitedFor() throws Exception {
        source.close();
        database().run("drop table customer_user");
        source = TestSource.customerUsers(database(), Map.of());

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.find("jdoe"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.WAITING));
        assertThat(source.source().condition().state()).isEqualTo(SourceState.WAITING);
        database().run(database().customerUserTable().split(";\\s*"));
        assertThat(source.find("jdoe")).isEmpty();
        assertThat(source.source().condition().state()).isEqualTo(SourceState.READY);
    }

    @Test
    void aTableThatGoesAndComesBackIsNoticed() throws Exception {
        source.add("jdoe");
        database().run("drop table customer_user");

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.find("jdoe"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.WAITING));
        database().run(database().customerUserTable().split(";\\s*"));

        assertThat(source.find("jdoe")).isEmpty();
    }

    @Test
    void missingColumnsAreNamedByTheirKeys() {
        source.close();
        source = TestSource.customerUsers(
                database(),
                Map.of(
                        "map.17", "UserRoom | Room | room | 1 | 0 | var | | 0 | |",
                        "searchFields", "login, nick",
                        "nativeId", "uuid"));

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.find("jdoe"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(SourceUnavailableException.Reason.MISCONFIGURED));
        assertThat(source.source().condition().state()).isEqualTo(SourceState.MISCONFIGURED);
        assertThat(source.source().condition().findings())
                .extracting(finding -> finding.key())
                .containsExactlyInAnyOrder("map.17", "searchFields", "nativeId");
    }

    @Test
    void aForeignTableWithoutKeysAndAuditColumnsWorksToo() throws Exception {
        source.close();
        database().run("drop table if exists people");
        database()
                .run(
                        "create table people (uid varchar(50) primary key, mail varchar(100), company integer, sn varchar(80))");
        source = TestSource.customerUsers(database(), foreign());
        source.writable()
                .add(
                        new org.clientele.spi.NewRecord(
                                "Ünal",
                                Map.of("UserLogin", "Ünal", "UserEmail", "u@example.com", "UserCustomerID", "7"),
                                Optional.empty(),
                                "admin"),
                        soon());

        assertThat(source.find("ünal").map(SourceRecord::fields).orElseThrow())
                .containsEntry("UserCustomerID", List.of("7"));
        assertThat(source.search(word("7"))).containsExactly("Ünal");
        assertThat(source.search(new Criterion.CustomerId(TextPattern.exactly("7"))))
                .containsExactly("Ünal");
        assertThat(source.search(new SearchExpression.Not(word("smith")))).containsExactly("Ünal");
        assertThat(source.page(Criterion.ALL, Optional.of(new SourceQuery.Position("a", "a")), 5, false)
                        .records())
                .hasSize(1);
    }

    @Test
    void customersAreKeptByTheSameRules() throws Exception {
        try (TestSource customers = TestSource.customers(database(), Map.of())) {
            customers.writable().add(customer("ACME", "Acme & Sons"), soon());

            assertThat(customers.find("acme").map(SourceRecord::name)).contains("Acme & Sons");
            assertThat(customers.search(word("sons"))).containsExactly("ACME");
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> customers.writable().add(customer("acme", "Other"), soon()))
                    .satisfies(e -> assertThat(e.variable()).isEqualTo("CustomerID"));
            assertThatExceptionOfType(AlreadyExistsException.class)
                    .isThrownBy(() -> customers.writable().add(customer("other", "Acme & Sons"), soon()))
                    .satisfies(e -> assertThat(e.variable()).isEqualTo("CustomerCompanyName"));
        }
    }

    @Test
    void aPoolOfItsOwnIsMadeFromTheUrlAndClosedWithTheSource() throws Exception {
        source.close();
        source = TestSource.withoutDataSource(Map.of(
                "dsn",
                database().url(),
                "user",
                database().user(),
                "password",
                database().password()));
        assertThat(source.source().condition().state()).isEqualTo(SourceState.WAITING);
        TestFactory factory = new TestFactory(database());
        source.services()
                .register(
                        org.osgi.service.jdbc.DataSourceFactory.class,
                        factory,
                        Map.of("osgi.jdbc.driver.class", database().driver()));

        source.add("jdoe");

        assertThat(source.find("jdoe")).isPresent();
        assertThat(factory.openConnections()).isPositive();
        source.close();
        assertThat(factory.openConnections()).isZero();
        assertThat(source.services().listeners()).isZero();
    }

    private Map<String, String> foreign() {
        Map<String, String> keys = new java.util.HashMap<>(Map.of(
                "table", "people",
                "foreignDb", "1",
                "customerKey", "uid",
                "customerId", "company",
                "customerValid", "",
                "listFields", "sn,mail",
                "searchFields", "uid,sn,company",
                "postMasterSearchFields", "mail",
                "nameFields", "sn"));
        for (int row = 1; row <= 16; row++) {
            keys.put("map." + row, "");
        }
        keys.put("map.1", "UserLogin | Login | uid | 1 | 1 | var | | 0 | |");
        keys.put("map.2", "UserEmail | Email | mail | 1 | 1 | var | | 0 | |");
        keys.put("map.3", "UserCustomerID | Customer | company | 1 | 1 | int | | 0 | |");
        return keys;
    }

    private int countUp() throws Exception {
        int done = 0;
        for (int i = 0; i < 10; i++) {
            String before =
                    source.find("jdoe").orElseThrow().fields().get("UserPhone").get(0);
            String after = Integer.toString(Integer.parseInt(before) + 1);
            try {
                source.writable().update(change("jdoe", "UserPhone", before, after), soon());
                done++;
            } catch (StaleException e) {
                assertThat(e).hasMessageContaining("meantime");
            }
        }
        return done;
    }

    private static org.clientele.spi.NewRecord customer(String id, String name) {
        return new org.clientele.spi.NewRecord(
                id, Map.of("CustomerID", id, "CustomerCompanyName", name, "ValidID", "1"), Optional.empty(), "admin");
    }

    private static RecordChange change(String id, String variable, String before, String after) {
        return new RecordChange(
                id, Map.of(variable, new RecordChange.Values(before, after)), Optional.empty(), "editor");
    }

    private static String randomLogin(Random random) {
        int[] alphabet = "aBcÜéß'%_\\ 09😀ＡカZ".codePoints().toArray();
        StringBuilder text = new StringBuilder("r");
        random.ints(1 + random.nextInt(5), 0, alphabet.length).forEach(i -> text.appendCodePoint(alphabet[i]));
        return text.append('#').append(random.nextInt(1000)).toString();
    }
}
