package org.clientele.admin.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.SourceStatus;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Field;
import org.clientele.transfer.ImportPlan;

/**
 * What an administrator chose for the columns of a file.
 *
 * @param source the slot that gets new customer users
 * @param columns the variable of each column, empty for none
 * @param emptying whether empty cells empty fields
 * @param generating whether passwords are generated
 */
public record ColumnsChoice(String source, List<String> columns, boolean emptying, boolean generating) {
    static final String SOURCE = "source";
    static final String COLUMN = "column-";
    static final String EMPTYING = "emptying";
    static final String GENERATING = "generating";

    public ColumnsChoice {
        columns = List.copyOf(columns);
    }

    /** What was planned before. */
    static ColumnsChoice of(ImportPlan plan) {
        return new ColumnsChoice(plan.source(), plan.columns(), plan.emptying(), plan.generating());
    }

    /** What a form says. */
    static ColumnsChoice sent(Exchange exchange, int columns) {
        return new ColumnsChoice(
                exchange.text(SOURCE),
                IntStream.range(0, columns)
                        .mapToObj(column -> exchange.text(COLUMN + column))
                        .toList(),
                exchange.flag(EMPTYING),
                exchange.flag(GENERATING));
    }

    /** What the names of the columns say, in whatever language. */
    static ColumnsChoice guessed(SourceStatus source, List<String> heading, List<Words> languages) {
        List<Field> targets = ImportPlan.targets(source);
        Set<String> variables = targets.stream().map(Field::variable).collect(Collectors.toSet());
        Map<String, String> labels = new HashMap<>();
        for (Words words : languages) {
            targets.forEach(field -> labels.putIfAbsent(words.label(field), field.variable()));
        }
        return new ColumnsChoice(source.slot(), ImportPlan.guess(heading, variables, labels), false, false);
    }

    ImportPlan plan() {
        return new ImportPlan(source, columns, emptying, generating);
    }
}
