package org.clientele.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page on which somebody chooses between two changes, as a browser fills and sends it. */
final class ChoiceForm {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern RADIO =
            Pattern.compile("<input type=\"radio\" id=\"[^\"]*\" name=\"choice-(\\w+)\" value=\"(\\w+)\"( checked)?");
    private static final Pattern ACTION =
            Pattern.compile("<form class=\"record conflict\"[^>]* action=\"/system/console([^\"]*)\"");

    private record Sent(String name, String value) {}

    final String action;
    /** What is chosen by field, empty text where nothing is. */
    final Map<String, String> choices = new LinkedHashMap<>();

    private final List<Sent> sent = new ArrayList<>();

    ChoiceForm(String page) {
        Matcher found = ACTION.matcher(page);
        if (!found.find()) {
            throw new AssertionError("The page has nothing to choose:\n" + page);
        }
        action = Browser.text(found.group(1));
        String form = page.substring(found.start(), page.indexOf("</form>", found.start()));
        Matcher hidden = HIDDEN.matcher(form);
        while (hidden.find()) {
            sent.add(new Sent(Browser.text(hidden.group(1)), Browser.text(hidden.group(2))));
        }
        Matcher radio = RADIO.matcher(form);
        while (radio.find()) {
            choices.merge(radio.group(1), radio.group(3) == null ? "" : radio.group(2), String::concat);
        }
    }

    ChoiceForm choose(String variable, String side) {
        if (!choices.containsKey(variable)) {
            throw new AssertionError("There is nothing to choose for " + variable);
        }
        choices.put(variable, side);
        return this;
    }

    ChoiceForm with(String name, String value) {
        sent.removeIf(one -> one.name().equals(name));
        sent.add(new Sent(name, value));
        return this;
    }

    String body() {
        StringBuilder body = new StringBuilder("form-chosen=1");
        sent.forEach(one -> append(body, one.name(), one.value()));
        choices.forEach((variable, side) -> {
            if (!side.isEmpty()) {
                append(body, "choice-" + variable, side);
            }
        });
        return body.toString();
    }

    private static void append(StringBuilder body, String name, String value) {
        body.append('&').append(Browser.encode(name)).append('=').append(Browser.encode(value));
    }
}
