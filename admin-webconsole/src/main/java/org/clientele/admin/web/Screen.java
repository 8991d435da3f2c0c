package org.clientele.admin.web;

import java.util.Set;
import org.clientele.admin.text.Words;

/**
 * What every page knows.
 *
 * @param words the words of the administrator's language
 * @param kind which screens these are
 * @param roles what the administrator may do
 * @param console the path of the console, for example {@code /system/console}
 * @param token the proof that a form came from our page
 * @param here the address of this page, for the way back after a change of the language
 */
public record Screen(Words words, Kind kind, Set<Role> roles, String console, String token, String here) {
    public Screen {
        roles = Set.copyOf(roles);
    }

    /** Whether the page may offer what needs a role. */
    public boolean may(Role role) {
        return roles.contains(role);
    }

    /** Whether the page may offer to change records of its own kind. */
    public boolean manages() {
        return may(kind.role());
    }

    /** Whether the page may offer to change records of another kind. */
    public boolean manages(Kind other) {
        return may(other.role());
    }

    /** The path of the overview, below which everything else stands. */
    public String home() {
        return console + "/" + kind.label();
    }

    /** The path of the overview of another kind. */
    public String home(Kind other) {
        return console + "/" + other.label();
    }

    /** How the script for live search has to behave under a strict content security policy. */
    public String scriptSettings() {
        return "{\"allowEval\":false,\"includeIndicatorStyles\":false,\"historyCacheSize\":0,\"refreshOnHistoryMiss\":true,\"responseHandling\":["
                + "{\"code\":\"[23]..\",\"swap\":true},{\"code\":\"422|503\",\"swap\":true},"
                + "{\"code\":\"...\",\"swap\":false,\"error\":true}]}";
    }

    public String resource(String name) {
        return home() + "/res/" + name;
    }

    /** A text of this kind of screens, with the kind's prefix. */
    public String text(String key, Object... arguments) {
        return words.get(kind.words() + "." + key, arguments);
    }
}
