package org.clientele.admin.form;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.CustomerUserPreferences;
import org.clientele.DirectoryException;
import org.clientele.InvalidInputException;
import org.clientele.SourceStatus;
import org.clientele.admin.form.FieldView.Choice;
import org.clientele.admin.form.FieldView.Control;
import org.clientele.admin.text.Words;
import org.clientele.admin.web.Exchange;
import org.clientele.field.Field;

/** The preferences on the forms of customer users: they are kept beside the record, whatever source that comes from. */
public final class PreferenceFields {
    /** Starts the names of the inputs; the fields of a record have no hyphen. */
    private static final String PREFIX = "preference-";

    private static final String LANGUAGE = "UserLanguage";

    private final Optional<CustomerUserPreferences> preferences;

    private PreferenceFields(Optional<CustomerUserPreferences> preferences) {
        this.preferences = preferences;
    }

    /** Those of customer users. */
    public static PreferenceFields of(CustomerUserPreferences preferences) {
        return new PreferenceFields(Optional.of(preferences));
    }

    /** Those of records that have none. */
    public static PreferenceFields none() {
        return new PreferenceFields(Optional.empty());
    }

    /**
     * What a form shows.
     *
     * @param section the fields, empty if there are none to set
     * @param notice why there are none, empty if nobody expects some
     */
    record Shown(Optional<Section<FieldView>> section, Optional<String> notice) {
        private static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());

        List<Section<FieldView>> behind(List<Section<FieldView>> others) {
            List<Section<FieldView>> all = new ArrayList<>(others);
            section.ifPresent(all::add);
            return all;
        }
    }

    /** What was sent, on a form that is shown again or leads on to another one. */
    Shown sent(Exchange exchange, SourceStatus source, Map<String, String> errors) {
        return offered(exchange, source) ? shown(exchange, typed(exchange).withErrors(errors)) : Shown.NOTHING;
    }

    /** What was sent on top of what is stored by now. */
    Shown again(Exchange exchange, SourceStatus source, String login, Map<String, String> errors) {
        if (!offered(exchange, source)) {
            return Shown.NOTHING;
        }
        try {
            Typed typed = typed(exchange).over(Typed.stored(stored(login)));
            return shown(exchange, typed.withErrors(errors));
        } catch (DirectoryException e) {
            return sent(exchange, source, errors);
        }
    }

    /** What is stored. */
    Shown stored(Exchange exchange, SourceStatus source, String login) {
        if (!offered(exchange, source)) {
            return Shown.NOTHING;
        }
        try {
            return shown(exchange, Typed.stored(stored(login)));
        } catch (DirectoryException e) {
            Words words = exchange.words();
            return new Shown(Optional.empty(), Optional.of(words.get("form.preferences.away", words.unavailable(e))));
        }
    }

    /** What is wrong with what was sent, and what somebody else changed meanwhile; empty if it can be saved. */
    Optional<Refused> refused(Exchange exchange, Optional<String> login) throws DirectoryException {
        Map<String, String> changed = changed(exchange);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> errors = new LinkedHashMap<>(typed(exchange).errors());
        if (login.isPresent()) {
            errors.putAll(conflicts(exchange, stored(login.get())));
        }
        try {
            preferences.orElseThrow().check(changed);
        } catch (InvalidInputException e) {
            e.faults()
                    .forEach((key, fault) ->
                            errors.put(PREFIX + key, exchange.words().fault(fault, label(key, exchange.words()))));
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(Refused.fields(errors));
    }

    /** The values that were changed, by key. */
    Map<String, String> changed(Exchange exchange) {
        Map<String, String> changed = new LinkedHashMap<>();
        typed(exchange).changed().forEach((name, value) -> changed.put(name.substring(PREFIX.length()), value));
        return changed;
    }

    void save(Exchange exchange, String login, Map<String, String> changed) throws DirectoryException {
        if (!changed.isEmpty()) {
            preferences.orElseThrow().administer(login, changed, exchange.actor());
        }
    }

    private static Map<String, String> conflicts(Exchange exchange, Map<String, String> stored) {
        Map<String, String> conflicts = new LinkedHashMap<>();
        stored.forEach((name, value) -> {
            String was = exchange.text("was-" + name);
            boolean moved = !was.isEmpty() && !was.equals(Typed.digest(value));
            if (moved && !value.equals(exchange.text(name))) {
                conflicts.put(name, exchange.words().get("form.stored", value));
            }
        });
        return conflicts;
    }

    private boolean offered(Exchange exchange, SourceStatus source) {
        boolean sent = exchange.names().stream().anyMatch(name -> name.startsWith(PREFIX));
        return !items().isEmpty() && (sent || source.adminSetsPreferences());
    }

    private List<Field> items() {
        return preferences.map(CustomerUserPreferences::administered).orElse(List.of());
    }

    private String label(String key, Words words) {
        return items().stream()
                .filter(item -> item.variable().equals(key))
                .findFirst()
                .map(words::label)
                .orElse(key);
    }

    private Typed typed(Exchange exchange) {
        return Typed.of(
                exchange,
                items().stream()
                        .map(item -> Field.named(PREFIX + item.variable()))
                        .toList());
    }

    private Map<String, String> stored(String login) throws DirectoryException {
        Map<String, String> all = preferences.orElseThrow().get(login);
        Map<String, String> stored = new LinkedHashMap<>();
        items().forEach(item -> stored.put(PREFIX + item.variable(), all.getOrDefault(item.variable(), "")));
        return stored;
    }

    private Shown shown(Exchange exchange, Typed typed) {
        Words words = exchange.words();
        boolean changeable = exchange.may(exchange.kind().role());
        List<FieldView> fields = items().stream()
                .map(item -> field(words, item, typed))
                .map(field -> changeable ? field : field.fixed())
                .toList();
        return new Shown(Optional.of(new Section<>("preferences", fields)), Optional.empty());
    }

    private static FieldView field(Words words, Field item, Typed typed) {
        String name = PREFIX + item.variable();
        String value = typed.value(name);
        Control text = value.contains("\n") ? Control.AREA : Control.TEXT;
        return new FieldView(
                name,
                words.label(item),
                false,
                item.selections().isEmpty() ? text : Control.SELECT,
                List.of(value),
                words.or("hint." + item.variable(), ""),
                "",
                item.selections().isEmpty() ? List.of() : choices(words, item, value),
                typed.errors().getOrDefault(name, ""),
                "",
                typed.was().getOrDefault(name, ""));
    }

    /** A value that is not offered any more stays until somebody chooses another one. */
    private static List<Choice> choices(Words words, Field item, String value) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", words.get("form.preferences.none"), value.isEmpty()));
        if (!value.isEmpty() && !item.selections().containsKey(value)) {
            choices.add(new Choice(value, value, true));
        }
        List<Choice> offered = new ArrayList<>();
        item.selections()
                .forEach((one, label) ->
                        offered.add(new Choice(one, label(words, item, one, label), one.equals(value))));
        if (isLanguage(item)) {
            offered.sort(Comparator.comparing(Choice::label, Collator.getInstance(words.locale())));
        }
        choices.addAll(offered);
        return choices;
    }

    private static boolean isLanguage(Field item) {
        return item.variable().equals(LANGUAGE)
                && item.selections().entrySet().stream()
                        .allMatch(entry -> entry.getValue().equals(name(entry.getKey(), Locale.ENGLISH)));
    }

    private static String label(Words words, Field item, String value, String label) {
        String shown = isLanguage(item) ? name(value, words.locale()) : label;
        return words.selection(item.variable(), value, shown);
    }

    private static String name(String language, Locale in) {
        return Locale.forLanguageTag(language).getDisplayLanguage(in);
    }
}
