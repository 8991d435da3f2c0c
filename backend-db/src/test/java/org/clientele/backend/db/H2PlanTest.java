package org.clientele.backend.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Condition;
import org.clientele.spi.Criterion;
import org.clientele.spi.SourceQuery;
import org.junit.jupiter.api.Test;

/** That an index serves look-ups and pages, from H2's own plan of the statement that was sent. */
class H2PlanTest {

    @Test
    void lookUpsAndPagesUseTheIndexOfTheKey() throws Exception {
        H2Database database = new H2Database("plan");
        database.reset();
        StatementRecorder recorder = new StatementRecorder(database);
        try (TestSource source = TestSource.customerUsers(recorder, Map.of())) {
            for (int i = 0; i < 50; i++) {
                source.add("user" + i);
            }
            assertThat(recorder.planOf(() -> source.find("user7")))
                    .containsIgnoringCase("customer_user_login_key")
                    .doesNotContainIgnoringCase("tableScan");
            SourceQuery.Position after = new SourceQuery.Position("user2", "user2");
            assertThat(recorder.planOf(() -> source.page(Criterion.ALL, Optional.of(after), 5, true)))
                    .containsIgnoringCase("index sorted")
                    .doesNotContainIgnoringCase("tableScan");
            assertThat(recorder.planOf(() -> source.search(new Criterion.Ids(Set.of("user1", "user2", "user3")))))
                    .doesNotContainIgnoringCase("tableScan");
            assertThat(recorder.planOf(() -> source.search(new Criterion.Email("x@example.com"))))
                    .containsIgnoringCase("customer_user_email_key");
        }
    }

    @Test
    void searchesOfOneShapeShareOneStatement() throws Exception {
        H2Database database = new H2Database("shapes");
        database.reset();
        StatementRecorder recorder = new StatementRecorder(database);
        try (TestSource source = TestSource.customerUsers(recorder, Map.of())) {
            source.add("john");
            int before = recorder.statements().size();
            for (Set<String> values : List.of(Set.of("a", "b", "c"), Set.of("d", "e", "f", "g"))) {
                source.search(new Criterion.Detailed(
                        List.of(new Condition.OneOf("UserCity", values)), values, Set.of("x", "y")));
            }
            List<String> sent =
                    recorder.statements().subList(before, recorder.statements().size());
            assertThat(sent).hasSize(2);
            assertThat(Set.copyOf(sent)).hasSize(1);
        }
    }

    @Test
    void everyValueIsBound() throws Exception {
        H2Database database = new H2Database("bound");
        database.reset();
        StatementRecorder recorder = new StatementRecorder(database);
        try (TestSource source = TestSource.customerUsers(recorder, Map.of())) {
            source.add("needle'");
            source.find("needle'");
            source.search(TestSource.phrase("needle'"));
            source.search(new Criterion.Email("needle'"));
            source.page(Criterion.ALL, Optional.of(new SourceQuery.Position("needle'", "needle'")), 5, false);
            source.search(new Criterion.Detailed(
                    List.of(
                            new Condition.OneOf("UserCity", Set.of("needle'", "needle2")),
                            new Condition.Like("UserCity", Set.of("needle'*")),
                            new Condition.Compare("ValidID", Condition.Comparison.LESS, 471_100)),
                    Set.of("needle'"),
                    Set.of("needle'")));
            assertThat(recorder.statements()).hasSizeGreaterThan(5).noneMatch(sql -> sql.contains("471100"));
            assertThat(recorder.statements()).noneMatch(sql -> sql.contains("needle"));
        }
    }
}
