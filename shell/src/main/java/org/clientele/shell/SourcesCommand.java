package org.clientele.shell;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Option;
import org.clientele.DirectoryEntry;
import org.clientele.Finding;
import org.clientele.SourceStatus;
import org.clientele.SourceStatus.Failure;

/** Lists the configured sources and what is wrong with them. */
abstract class SourcesCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Option(name = "--findings", description = "List the findings in full instead of the sources")
    boolean findings;

    @Option(name = "--no-format", description = "Print values separated by tabs, without headers and remarks")
    boolean noFormat;

    @Override
    void run() {
        List<SourceStatus> sources = directory().sources();
        if (findings) {
            findings(sources).print(out, noFormat);
        } else {
            overview(sources).print(out, noFormat);
            remarks(sources);
        }
    }

    private static Table overview(List<SourceStatus> sources) {
        Table table = new Table(
                "No source is configured.",
                List.of("Slot", "Name", "Back end", "State", "Writable", "Findings", "Last error", "Latency"));
        for (SourceStatus source : sources) {
            table.row(
                    source.slot(),
                    source.name(),
                    source.backEnd(),
                    source.state().key(),
                    source.writable() ? "yes" : "no",
                    Integer.toString(source.findings().size()),
                    source.lastError().map(SourcesCommand::described).orElse(""),
                    source.latency().map(SourcesCommand::milliseconds).orElse(""));
        }
        return table;
    }

    private static String described(Failure failure) {
        String at = AT.format(failure.at().atZone(ZoneId.systemDefault()));
        return at + (failure.over() ? ", answered since: " : ": ") + failure.message();
    }

    private static String milliseconds(Duration time) {
        return time.toMillis() + " ms";
    }

    private void remarks(List<SourceStatus> sources) {
        if (!noFormat) {
            for (SourceStatus source : sources) {
                source.findings().forEach(finding -> say(remark(source.slot(), finding)));
            }
        }
    }

    private static String remark(String slot, Finding finding) {
        return "%s: %s: %s: %s".formatted(slot, severity(finding), finding.key(), finding.message());
    }

    private static Table findings(List<SourceStatus> sources) {
        Table table = new Table("Nothing is wrong.", List.of("Slot", "Severity", "Key", "Finding"));
        for (SourceStatus source : sources) {
            source.findings().forEach(f -> table.row(source.slot(), severity(f), f.key(), f.message()));
        }
        return table;
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
