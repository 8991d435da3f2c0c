package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Actor;
import org.clientele.CustomerUser;
import org.clientele.Outcome;
import org.clientele.SourceReport;
import org.clientele.conflict.Conflict;
import org.clientele.conflict.ConflictKind;
import org.clientele.conflict.ConflictPage;
import org.clientele.conflict.Conflicts;
import org.junit.jupiter.api.Test;

class CustomerUserConflictsCommandTest {
    private static final CustomerUser USER = DisableCommandsTest.user(Optional.empty());

    private final CustomerUserConflictsCommand command = new CustomerUserConflictsCommand();

    private void finds(Conflict... found) {
        command.noFormat = true;
        command.conflicts = new Conflicts() {
            @Override
            public ConflictPage find(ConflictKind kind, Optional<String> after, int limit) {
                List<Conflict> some = List.of(found).stream()
                        .filter(conflict -> conflict.kind() == kind)
                        .toList();
                SourceReport away = new SourceReport("CustomerUser2", Outcome.FAILED, Duration.ZERO, "refused");
                return new ConflictPage(some, Optional.of("7.x"), 7, List.of(away), true);
            }

            @Override
            public Conflict.UnfinishedRename.Place finish(Conflict.UnfinishedRename rename, Actor actor) {
                throw new UnsupportedOperationException();
            }

            @Override
            public CustomerUser samePerson(String login, String remembered, String told, Actor actor) {
                throw new UnsupportedOperationException();
            }

            @Override
            public CustomerUser anotherPerson(String login, String remembered, String told, Actor actor) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void eachKindIsPrintedWithWhatCanBeDoneAndHowToGoOn() throws CommandException {
        finds(
                new Conflict.ShadowedLogin(USER, USER),
                new Conflict.SharedEmail("o@x.org", USER, USER),
                new Conflict.SuspendedReference(USER, "1\u001b[2J", "2", Instant.EPOCH));
        command.kind = "shadowed-login";
        assertThat(Output.of(command).text())
                .contains("O'Brien\tCustomerUser1 O'Brien, CustomerUser1 O'Brien\tIf both are one person")
                .contains("# Not asked: CustomerUser2: failed (refused)")
                .contains("# Looked at so far: 7, incomplete", "# More: --kind shadowed-login --after 7.x");
        command.kind = "shared-email";
        assertThat(Output.of(command).text()).contains("o@x.org\t");
        command.kind = "suspended-reference";
        assertThat(Output.of(command).text()).contains("O'Brien: 1\\u001b[2J -> 2\tCustomerUser1\tDecide");
    }

    @Test
    void aKindThatThereIsNotIsRefusedWithThoseThatThereAre() {
        finds();
        command.kind = "nonsense";
        assertThatThrownBy(() -> Output.of(command))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("unfinished-rename, suspended-reference, shadowed-login, shared-email");
    }
}
