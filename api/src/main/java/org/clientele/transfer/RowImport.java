package org.clientele.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.Change;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.Fault;
import org.clientele.InvalidInputException;
import org.clientele.Password;
import org.clientele.SourceReport;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.StoreUnavailableException;
import org.clientele.UncertainException;
import org.clientele.Validity;
import org.clientele.field.Fields;
import org.clientele.transfer.RowResult.Outcome;

/** Brings one row after the other into the directory. */
final class RowImport {
    private final CustomerUsers users;
    private final ImportPlan plan;
    private final Actor actor;
    private final boolean dryRun;
    private final RepeatedRows repeated;

    RowImport(CustomerUsers users, ImportPlan plan, Actor actor, boolean dryRun) {
        this.users = users;
        this.plan = plan;
        this.actor = actor;
        this.dryRun = dryRun;
        this.repeated = new RepeatedRows(users.sources(), dryRun);
    }

    RowResult take(CsvRow row) {
        Map<String, String> cells = cells(row);
        String login = cells.getOrDefault(Fields.LOGIN, "").strip();
        try {
            requireNoFurtherCells(row);
            if (login.isEmpty()) {
                return add(row, cells);
            }
            Answer<CustomerUser> answer = users.ask(login);
            if (answer instanceof Answer.Found<CustomerUser> found) {
                return change(row, found.found(), cells);
            }
            if (answer instanceof Answer.Unavailable) {
                throw unavailable(answer.sources());
            }
            return add(row, cells);
        } catch (SourceUnavailableException e) {
            return RowResult.failed(e.reason() == Reason.REQUEST ? Outcome.REFUSED : Outcome.STOPPED, login, e);
        } catch (StoreUnavailableException e) {
            return RowResult.failed(Outcome.STOPPED, login, e);
        } catch (UncertainException e) {
            return RowResult.failed(Outcome.UNCERTAIN, login, e);
        } catch (DirectoryException e) {
            return RowResult.failed(Outcome.REFUSED, login, e);
        }
    }

    private Map<String, String> cells(CsvRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < plan.columns().size(); column++) {
            String variable = plan.columns().get(column);
            if (!variable.isEmpty()) {
                cells.put(variable, cell(variable, row.cell(column)));
            }
        }
        return cells;
    }

    /** A validity is a word, in whatever case, or the number by which tables store it. */
    private static String cell(String variable, String text) {
        return variable.equals(Fields.VALIDITY)
                ? Validity.of(text.strip().toLowerCase(Locale.ROOT))
                        .map(validity -> Integer.toString(validity.id()))
                        .orElse(text)
                : text;
    }

    private void requireNoFurtherCells(CsvRow row) throws InvalidInputException {
        int columns = plan.columns().size();
        for (int column = columns; column < row.cells().size(); column++) {
            if (!row.cell(column).isBlank()) {
                String message = "The row has more cells than the heading has columns (" + columns + ").";
                throw new InvalidInputException("row", Fault.of(Fault.Kind.SURPLUS_CELLS, message, columns));
            }
        }
    }

    private RowResult add(CsvRow row, Map<String, String> cells) throws DirectoryException {
        Map<String, String> fields = new LinkedHashMap<>(cells);
        fields.remove(Fields.PASSWORD);
        Optional<Password> given = password(cells.getOrDefault(Fields.PASSWORD, ""));
        Optional<Password> generated =
                plan.generating() && given.isEmpty() ? Optional.of(Password.generate()) : Optional.empty();
        Addition addition = new Addition(plan.source(), fields, given.or(() -> generated), actor);
        repeated.requireNew(row, cells, plan.source());
        String login = cells.getOrDefault(Fields.LOGIN, "").strip();
        if (dryRun) {
            users.check(addition);
            repeated.took(row, login, cells);
            return RowResult.done(Outcome.ADDED, login);
        }
        CustomerUser added = users.add(addition);
        repeated.took(row, added.login(), cells);
        return new RowResult(Outcome.ADDED, added.login(), Optional.empty(), generated);
    }

    private static Optional<Password> password(String clear) throws InvalidInputException {
        try {
            return clear.isEmpty() ? Optional.empty() : Optional.of(Password.of(clear));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    Fields.PASSWORD, Fault.of(Fault.Kind.BAD_PASSWORD, String.valueOf(e.getMessage())));
        }
    }

    private RowResult change(CsvRow row, CustomerUser user, Map<String, String> cells) throws DirectoryException {
        repeated.requireNew(row, user, cells);
        Map<String, String> fields = differing(user, cells);
        Change change = new Change(user.login(), fields, Optional.empty(), Optional.empty(), actor);
        boolean changed = !fields.isEmpty() && isChanged(user, change);
        repeated.took(row, user.login(), cells);
        return RowResult.done(changed ? Outcome.CHANGED : Outcome.UNCHANGED, user.login());
    }

    private boolean isChanged(CustomerUser user, Change change) throws DirectoryException {
        return dryRun
                ? !users.check(change).isEmpty()
                : !users.update(change).version().equals(user.version());
    }

    /** A login in another case is the same login, and a password that is there stays. */
    private Map<String, String> differing(CustomerUser user, Map<String, String> cells) {
        Map<String, String> fields = new LinkedHashMap<>();
        cells.forEach((variable, text) -> {
            boolean kept = text.isEmpty() && (!plan.emptying() || variable.equals(Fields.VALIDITY));
            if (!kept && !Set.of(Fields.LOGIN, Fields.PASSWORD).contains(variable) && differs(user, variable, text)) {
                fields.put(variable, text);
            }
        });
        return fields;
    }

    private static boolean differs(CustomerUser user, String variable, String text) {
        return variable.equals(Fields.VALIDITY)
                ? !Validity.of(text).equals(Optional.of(user.validity()))
                : !ListExport.cell(user, variable).equals(text);
    }

    private static SourceUnavailableException unavailable(List<SourceReport> reports) {
        String missing = String.join(
                ", ",
                reports.stream()
                        .filter(report -> !report.outcome().answered())
                        .map(SourceReport::source)
                        .toList());
        return new SourceUnavailableException(Reason.CONNECTION, "These sources cannot be asked: " + missing);
    }
}
