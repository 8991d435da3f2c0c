package org.clientele.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.DirectoryEntry;
import org.clientele.DisabledHere;
import org.clientele.SourceReport;
import org.clientele.field.Field;
import org.clientele.field.Fields;

/** Shows one record: all fields of its source's map, one row per value. */
abstract class ShowCommand<E extends DirectoryEntry> extends DirectoryCommand<E> {
    @Option(name = "--no-format", description = "Print values separated by tabs, without headers")
    boolean noFormat;

    abstract String id();

    @Override
    void run() throws CommandException {
        Answer<E> answer = directory().find(id());
        if (answer instanceof Answer.Found<E> found) {
            show(found.found());
        } else {
            throw missing(answer);
        }
    }

    private CommandException missing(Answer<E> answer) {
        String record = noun() + " " + id();
        String known = answer instanceof Answer.NotFound
                ? "There is no " + record
                : "Whether there is a " + record + " is not known";
        return Failure.because(known
                + listed(
                        "; asked: ",
                        answer.sources().stream()
                                .filter(report -> report.outcome().answered())
                                .map(SourceReport::source))
                + listed(
                        "; not asked: ",
                        answer.sources().stream()
                                .filter(report -> !report.outcome().answered())
                                .map(DirectoryCommand::describe)));
    }

    private static String listed(String title, Stream<String> sources) {
        String joined = sources.collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : title + joined;
    }

    private void show(E record) {
        Table table = new Table("", List.of("Field", "Label", "Value"));
        for (Field field : fields(record.source())) {
            values(record, field).forEach(value -> table.row(field.variable(), field.label(), value));
        }
        table.row("", "Validity", record.validity().key());
        if (record instanceof CustomerUser user) {
            user.disabledHere().ifPresent(mark -> table.row("", "Disabled here", sentence(mark)));
        }
        table.row("", "Source", record.source());
        table.row("", "Writable", record.writable() ? "yes" : "no");
        table.row("", "Ownership", record.ownership().key());
        table.print(out, noFormat);
    }

    private static String sentence(DisabledHere mark) {
        String comment = mark.comment().isEmpty() ? "" : ": " + mark.comment();
        return "by " + mark.by() + " at " + mark.at() + comment;
    }

    private List<Field> fields(String slot) {
        return directory().sources().stream()
                .filter(source -> source.slot().equals(slot))
                .flatMap(source -> source.fields().stream())
                .filter(field -> !field.variable().equals(Fields.PASSWORD))
                .toList();
    }

    private static List<String> values(DirectoryEntry record, Field field) {
        List<String> values = record.fields().getOrDefault(field.variable(), List.of());
        return values.isEmpty() ? List.of("") : values;
    }
}
