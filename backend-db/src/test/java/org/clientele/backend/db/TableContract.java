package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.clientele.backend.db.TestSource.person;
import static org.clientele.backend.db.TestSource.phrase;
import static org.clientele.backend.db.TestSource.soon;
import static org.clientele.backend.db.TestSource.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clientele.SourceState;
import org.clientele.SourceUnavailableException;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.NewRecord;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** What a source does with a real database; the same on each. */
abstract class TableContract extends TableWriteContract {
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
    void twentyThreadsGetTheirOwnAnswers() throws Exception {
        for (int i = 0; i < 20; i++) {
            source.add("user" + i);
        }
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String login = "user" + i % 20;
                calls.add(() -> source.find(login.toUpperCase(Locale.ROOT))
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
        database().drop("people");
        database()
                .run(
                        "create table people (uid varchar(50) primary key, mail varchar(100), company integer, sn varchar(80))");
        source = TestSource.customerUsers(database(), foreign());
        source.writable()
                .add(
                        new NewRecord(
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
                        DataSourceFactory.class,
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
        Map<String, String> keys = new HashMap<>(Map.of(
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
}
