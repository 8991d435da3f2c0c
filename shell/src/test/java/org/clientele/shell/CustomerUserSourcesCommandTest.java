package org.clientele.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Finding;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.SourceStatus.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerUserSourcesCommandTest {
    private static final Failure REFUSED = new Failure(
            "refused",
            LocalDateTime.of(2026, 11, 27, 8, 5, 9)
                    .atZone(ZoneId.systemDefault())
                    .toInstant(),
            false);

    private final DirectoryFixture directory = new DirectoryFixture();
    private final CustomerUserSourcesCommand command = new CustomerUserSourcesCommand();

    @BeforeEach
    void twoSources() {
        command.customerUsers = directory;
        directory.sources = List.of(DirectoryFixture.status("CustomerUser", true, SourceState.READY), staff(REFUSED));
    }

    private static SourceStatus staff(Failure lastError) {
        return new SourceStatus(
                "CustomerUser1",
                "CustomerUser1",
                "Staff\u001b[2J",
                "LDAP",
                SourceState.MISCONFIGURED,
                false,
                List.of(Finding.error("baseDn", "is missing"), Finding.warning("async", "has no effect")),
                Optional.of(lastError),
                Optional.<Duration>empty(),
                List.of(),
                false,
                false,
                true,
                false,
                false);
    }

    @Test
    void oneRowPerSourceAndOneLinePerFinding() throws CommandException {
        assertThat(Output.of(command).text().lines())
                .anyMatch(line -> line.matches("CustomerUser .*Database.*ready.*yes.*0.*12 ms"))
                .anyMatch(
                        line -> line.matches(
                                "CustomerUser1 .*Staff\\\\u001b\\[2J.*LDAP.*misconfigured.*no.*2.*2026-11-27 08:05:09: refused.*"))
                .endsWith("CustomerUser1: error: baseDn: is missing", "CustomerUser1: warning: async: has no effect");
    }

    @Test
    void withoutFormatThereAreValuesAndTabsAlone() throws CommandException {
        command.noFormat = true;
        assertThat(Output.of(command).text().lines())
                .containsExactly(
                        "CustomerUser\tCustomerUser's name\tDatabase\tready\tyes\t0\t\t12 ms",
                        "CustomerUser1\tStaff\\u001b[2J\tLDAP\tmisconfigured\tno\t2\t2026-11-27 08:05:09: refused\t");
    }

    @Test
    void anErrorThatIsOverIsShownAsPast() throws CommandException {
        directory.sources = List.of(staff(new Failure(REFUSED.message(), REFUSED.at(), true)));
        assertThat(Output.of(command).text()).contains("2026-11-27 08:05:09, answered since: refused");
    }

    @Test
    void findingsAloneForScripts() throws CommandException {
        command.noFormat = true;
        command.findings = true;
        assertThat(Output.of(command).text().lines())
                .containsExactly(
                        "CustomerUser1\terror\tbaseDn\tis missing", "CustomerUser1\twarning\tasync\thas no effect");
    }
}
