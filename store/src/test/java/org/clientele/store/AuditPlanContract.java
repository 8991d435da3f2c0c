package org.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.store.AuditFixture.NOON;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.audit.AuditAction;
import org.clientele.audit.AuditFilter;
import org.clientele.audit.AuditOutcome;
import org.clientele.audit.AuditSubject;
import org.clientele.spi.store.AuditId;
import org.clientele.spi.store.StoredAudit.Intent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No question to the audit reads the whole table; each subclass names a database, which is filled once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditPlanContract {

    private static final int ENTRIES = 20_000;
    private static final int AT_ONCE = 200;
    private static final int RARE = 20;
    private static final int PAGE = 50;
    private static final Optional<String> NEWEST = Optional.empty();

    private StoreOnDatabase database;

    /** A database of its own for the class, empty. */
    abstract StoreOnDatabase empty() throws Exception;

    /** Gives the database what it needs to plan. */
    abstract void analyze(StoreOnDatabase database) throws SQLException;

    /** Whether a line of a plan reads a whole table. */
    abstract boolean isFullScan(String line);

    /** Whether a plan sorts rows that no index has in order. */
    abstract boolean sorts(List<String> plan);

    @BeforeAll
    final void fill() throws Exception {
        database = empty().open();
        for (int from = 0; from < ENTRIES; from += AT_ONCE) {
            List<Intent> intents = new ArrayList<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                Actor actor = new Actor(i % 100 == 7 ? "rare" : "admin", Door.SCREEN, "");
                intents.add(AuditFixture.about(
                        i,
                        AuditFixture.update(
                                NOON.plusSeconds(i), actor, AuditSubject.customerUser("user" + i % 5_000))));
            }
            database.store().audit().intend(intents);
        }
        addRare();
        analyze(database);
        // looks once what database it is
        list(AuditFilter.ALL, NEWEST);
    }

    private void addRare() throws Exception {
        for (int i = 0; i < RARE; i++) {
            Intent rare = AuditFixture.relation(
                    AuditAction.RENAME, AuditSubject.customerUser("old" + i), AuditSubject.customerUser("new" + i));
            database.store().audit().intend(List.of(rare));
            database.store().audit().conclude(List.of(AuditFixture.conclusion(AuditOutcome.FAILED, "", rare)));
        }
    }

    @AfterAll
    final void close() {
        database.close();
    }

    @Test
    void theNewestArePlannedByIndex() throws Exception {
        assertOrderedByIndex(() -> list(AuditFilter.ALL, NEWEST));
    }

    @Test
    void aLaterPageIsPlannedByIndex() throws Exception {
        assertOrderedByIndex(() -> list(AuditFilter.ALL, Optional.of(AuditId.first(NOON.plusSeconds(9_000)))));
    }

    @Test
    void aPeriodIsPlannedByIndex() throws Exception {
        Optional<String> any = Optional.empty();
        AuditFilter hour = new AuditFilter(
                Optional.empty(),
                any,
                any,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(3_600)));
        assertOrderedByIndex(() -> list(hour, NEWEST));
    }

    @Test
    void theEntriesAboutSomethingArePlannedByIndex() throws Exception {
        assertOneStatementByIndex(() -> list(AuditFilter.about(AuditSubject.customerUser("user7")), NEWEST));
    }

    @Test
    void theEntriesOfAnActorArePlannedByIndex() throws Exception {
        assertOneStatementByIndex(() -> list(AuditFilter.ALL.by(Optional.of("rare")), NEWEST));
        assertOrderedByIndex(() -> list(AuditFilter.ALL.by(Optional.of("admin")), NEWEST));
    }

    @Test
    void theEntriesOfAnOutcomeArePlannedByIndex() throws Exception {
        assertOneStatementByIndex(() -> list(with(Optional.empty(), Optional.of(AuditOutcome.FAILED)), NEWEST));
        assertOrderedByIndex(() -> list(with(Optional.empty(), Optional.of(AuditOutcome.INTENDED)), NEWEST));
    }

    @Test
    void theEntriesOfAnActionArePlannedByIndex() throws Exception {
        assertOneStatementByIndex(() -> list(with(Optional.of(AuditAction.RENAME), Optional.empty()), NEWEST));
        assertOrderedByIndex(() -> list(with(Optional.of(AuditAction.UPDATE), Optional.empty()), NEWEST));
    }

    private static AuditFilter with(Optional<AuditAction> action, Optional<AuditOutcome> outcome) {
        Optional<String> any = Optional.empty();
        return new AuditFilter(
                Optional.empty(), any, any, Optional.empty(), action, outcome, Optional.empty(), Optional.empty());
    }

    @Test
    void thoseOfAPersonArePlannedByIndex() throws Exception {
        assertByIndex(() ->
                database.store().audit().rewrite(Optional.of(7L), Set.of("user7"), "user7", "*", Optional.empty()));
        assertByIndex(() -> database.store().audit().count(Optional.of(7L), Set.of("user7"), 10_000));
    }

    private Object list(AuditFilter filter, Optional<String> after) throws Exception {
        return database.store().audit().list(filter, after, PAGE);
    }

    private void assertOrderedByIndex(Callable<?> call) throws Exception {
        assertThat(assertByIndex(call))
                .singleElement()
                .satisfies(statement -> assertThat(statement.explained(database.dataSource()))
                        .as(statement.sql())
                        .satisfies(plan -> assertThat(sorts(List.copyOf(plan))).isFalse()));
    }

    private void assertOneStatementByIndex(Callable<?> call) throws Exception {
        assertThat(assertByIndex(call)).hasSize(1);
    }

    private List<StatementRecorder.Recorded> assertByIndex(Callable<?> call) throws Exception {
        List<StatementRecorder.Recorded> statements = database.statementsOf(call);
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.explained(database.dataSource()))
                        .as(statement.sql())
                        .isNotEmpty()
                        .noneMatch(this::isFullScan));
        return statements;
    }
}
