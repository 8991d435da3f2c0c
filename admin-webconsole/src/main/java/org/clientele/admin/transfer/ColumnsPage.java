package org.clientele.admin.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.CustomerUsers;
import org.clientele.SourceStatus;
import org.clientele.admin.templates.StaticTemplates;
import org.clientele.admin.text.WordBook;
import org.clientele.admin.text.Words;
import org.clientele.admin.transfer.ColumnsView.FileColumn;
import org.clientele.admin.transfer.ColumnsView.Option;
import org.clientele.admin.web.Action;
import org.clientele.admin.web.Exchange;
import org.clientele.admin.web.Refusal;
import org.clientele.admin.web.Reply;
import org.clientele.admin.web.Role;
import org.clientele.admin.web.Screen;
import org.clientele.field.Field;
import org.clientele.field.Fields;
import org.clientele.transfer.CsvSeparator;
import org.clientele.transfer.ImportPlan;

/** The page that shows the first rows, and asks what the columns are. */
final class ColumnsPage implements Action {
    private final CustomerUsers users;
    private final Imports imports;
    private final WordBook book;

    ColumnsPage(CustomerUsers users, Imports imports, WordBook book) {
        this.users = users;
        this.imports = imports;
        this.book = book;
    }

    @Override
    public Reply answer(Exchange exchange) {
        FileImport file = ImportPaths.file(imports, exchange);
        SourceStatus source = source(exchange, file);
        ColumnsChoice choice = file.plan()
                .filter(plan -> exchange.filled(ColumnsChoice.SOURCE).isEmpty())
                .map(ColumnsChoice::of)
                .orElseGet(() -> ColumnsChoice.guessed(source, file.shape().heading(), languages(exchange)));
        return page(exchange, file, choice, 200, List.of());
    }

    private List<Words> languages(Exchange exchange) {
        return List.of(exchange.words(), book.of(Locale.ENGLISH), book.of(Locale.GERMAN));
    }

    /** The source that was chosen, or planned, or the first that takes records. */
    private SourceStatus source(Exchange exchange, FileImport file) {
        Optional<String> wanted =
                exchange.filled(ColumnsChoice.SOURCE).or(() -> file.plan().map(ImportPlan::source));
        return writable().stream()
                .filter(source -> wanted.map(source.slot()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> new Refusal(422, exchange.words().get("users.empty.readonly")));
    }

    private List<SourceStatus> writable() {
        return users.sources().stream().filter(SourceStatus::takesRecords).toList();
    }

    Reply page(Exchange exchange, FileImport file, ColumnsChoice choice, int status, List<String> messages) {
        Screen screen = exchange.screen();
        ColumnsView view = new ColumnsView(
                screen,
                file.name(),
                file.shape().rows(),
                ImportPaths.to(screen, ImportPaths.COLUMNS, file),
                choice,
                messages,
                separators(file, exchange.words()),
                writable().stream()
                        .map(source -> option(
                                source.slot(),
                                source.name().isEmpty() ? source.slot() : source.name(),
                                choice.source()))
                        .toList(),
                columns(file, choice, screen));
        return new Reply.Page(status, new StaticTemplates().importcolumns(view));
    }

    private static List<Option> separators(FileImport file, Words words) {
        return Stream.of(CsvSeparator.values())
                .map(separator -> option(
                        separator.key(),
                        words.get("import.separator." + separator.key()),
                        file.shape().separator().key()))
                .toList();
    }

    private List<FileColumn> columns(FileImport file, ColumnsChoice choice, Screen screen) {
        List<String> heading = file.shape().heading();
        List<Field> targets = writable().stream()
                .filter(source -> source.slot().equals(choice.source()))
                .flatMap(source -> ImportPlan.targets(source).stream())
                .filter(field -> !Fields.isPassword(field) || screen.may(Role.SET_PASSWORDS))
                .toList();
        return IntStream.range(0, heading.size())
                .mapToObj(index -> new FileColumn(
                        index,
                        heading.get(index),
                        FileColumn.samples(file.shape().first(), index),
                        fields(
                                targets,
                                index < choice.columns().size()
                                        ? choice.columns().get(index)
                                        : "",
                                screen.words())))
                .toList();
    }

    private static List<Option> fields(List<Field> targets, String chosen, Words words) {
        List<Option> fields = new ArrayList<>(List.of(option("", words.get("import.column.none"), chosen)));
        targets.forEach(field -> fields.add(option(field.variable(), words.label(field), chosen)));
        return fields;
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, value.equals(chosen));
    }
}
