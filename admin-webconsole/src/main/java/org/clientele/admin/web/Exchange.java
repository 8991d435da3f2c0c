package org.clientele.admin.web;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.clientele.Actor;
import org.clientele.Actor.Door;
import org.clientele.admin.text.Words;

/** One request, as an action sees it. */
public final class Exchange {
    private final HttpServletRequest request;
    private final Kind kind;
    private final Words words;
    private final Administrator administrator;
    private final String token;
    private final boolean stalePost;

    Exchange(
            HttpServletRequest request,
            Kind kind,
            Words words,
            Administrator administrator,
            String token,
            boolean stalePost) {
        this.request = request;
        this.kind = kind;
        this.words = words;
        this.administrator = administrator;
        this.token = token;
        this.stalePost = stalePost;
    }

    /** The same request, as a form whose token is too old. */
    Exchange stale() {
        return new Exchange(request, kind, words, administrator, token, true);
    }

    public Words words() {
        return words;
    }

    public Kind kind() {
        return kind;
    }

    /** Who asks. */
    public String administrator() {
        return administrator.name();
    }

    /** Whether who asks may do something. */
    public boolean may(Role role) {
        return administrator.may(role);
    }

    /** Refuses whoever may not do something; nothing may have been changed before. */
    public void require(Role role) {
        if (!may(role)) {
            throw new Refusal(403, role.lacking(words));
        }
    }

    /** Who asks, as the directory knows him. */
    public Actor actor() {
        return new Actor(
                administrator.name(),
                Door.SCREEN,
                Optional.ofNullable(request.getRemoteAddr()).orElse(""));
    }

    /** Whether a form came from our own page, but with a token that is too old: nothing may be changed, nothing typed lost. */
    public boolean stalePost() {
        return stalePost;
    }

    /** Refuses parameters with other names than these: one that is misspelt would otherwise widen the answer in silence. */
    public void requireParametersAmong(List<String> names) {
        for (String name : request.getParameterMap().keySet()) {
            if (!names.contains(name)) {
                throw new Refusal(422, words.get("bad.parameter", name, String.join(", ", names)));
            }
        }
    }

    /** The value of a parameter, empty text if it was not sent. */
    public String text(String name) {
        return given(name).orElse("");
    }

    /** The value of a parameter if it was sent. */
    public Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    /** The value of a parameter if it was sent and is not empty. */
    public Optional<String> filled(String name) {
        return given(name).filter(value -> !value.isEmpty());
    }

    /** All values of a parameter, in the order in which they were sent. */
    public List<String> texts(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** The whole number that a parameter must have. */
    public long number(String name) {
        String text = filled(name).orElseThrow(() -> new Refusal(422, words.get("bad.missing", name)));
        if (!text.matches("[0-9]{1,18}")) {
            throw new Refusal(422, words.get("bad.number", name));
        }
        return Long.parseLong(text);
    }

    /** The number of rows that is asked for, {@code most} if none is. */
    public int limit(int most) {
        String text = text("limit");
        if (text.isEmpty()) {
            return most;
        }
        int limit = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > most) {
            throw new Refusal(422, words.get("bad.limit", most));
        }
        return limit;
    }

    /** The names of all parameters. */
    public List<String> names() {
        return Collections.list(request.getParameterNames());
    }

    /** A switch: {@code 1}, {@code true} and {@code on} are yes, {@code 0}, {@code false} and nothing are no. */
    public boolean flag(String name) {
        String value = text(name);
        if (List.of("1", "true", "on").contains(value)) {
            return true;
        }
        if (List.of("", "0", "false").contains(value)) {
            return false;
        }
        throw new Refusal(422, words.get("bad.flag", name));
    }

    /** The generated passwords for who asks; none for HEAD, which shows nothing to anybody. */
    public List<GeneratedPasswords.Entry> take(GeneratedPasswords passwords) {
        return request.getMethod().equals("HEAD") ? List.of() : passwords.take(administrator());
    }

    /** What stands around the content of a page. */
    public Screen screen() {
        return new Screen(words, kind, administrator.roles(), console(request), token, here());
    }

    private String here() {
        String query = request.getQueryString();
        String path = request.getRequestURI();
        return query == null ? path : path + "?" + query;
    }

    static String console(HttpServletRequest request) {
        return request.getContextPath() + request.getServletPath();
    }
}
