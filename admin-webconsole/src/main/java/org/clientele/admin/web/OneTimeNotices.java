package org.clientele.admin.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What became of a change, between the request that made it and the page that says so, once and to whoever made it. */
@Component(service = OneTimeNotices.class, immediate = true)
public final class OneTimeNotices {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final ShortMemory<List<String>> notices = new ShortMemory<>(LIFE, Clock.systemUTC());

    @Activate
    public OneTimeNotices() {}

    /** Keeps sentences about a record for the next page of {@code administrator} that shows it; the oldest give way. */
    public void keep(String administrator, String id, List<String> sentences) {
        notices.keep(administrator, id, List.copyOf(sentences));
    }

    /** The sentences about a record for {@code administrator}, which are gone afterwards. */
    public List<String> take(String administrator, String id) {
        return notices.take(administrator, id).stream().flatMap(List::stream).toList();
    }
}
