package org.clientele.admin;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gets pages, fills their forms and sends them, with the headers that a browser sends. */
final class Browser {
    private static final Pattern CONTROL = Pattern.compile(
            "<input id=\"\\w+\" name=\"([\\w-]+)\" type=\"text\" value=\"([^\"]*)\"|"
                    + "<textarea id=\"(\\w+)\"[^>]*>\n([^<]*)</textarea>|"
                    + "<input type=\"hidden\" name=\"([\\w-]+)\" value=\"([^\"]*)\"|"
                    + "<select id=\"(\\w+)\" name=[^>]*>\\s*(?:<option value=\"[^\"]*\">[^<]*</option>)*<option value=\"([^\"]*)\" selected");

    private static final Pattern ACTION = Pattern.compile("<form class=\"record\"[^>]* action=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String console;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Browser(String console) {
        this.console = console;
        headers.put("Origin", console.replaceAll("(http://[^/]+).*", "$1"));
        headers.put("Accept-Language", "en");
    }

    Browser with(String header, String value) {
        Browser other = new Browser(console);
        other.headers.putAll(headers);
        other.headers.put(header, value);
        return other;
    }

    Browser without(String header) {
        Browser other = new Browser(console);
        other.headers.clear();
        other.headers.putAll(headers);
        other.headers.remove(header);
        return other;
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> upload(String path, FileUpload form) throws Exception {
        HttpRequest request = request(path)
                .header("Content-Type", FileUpload.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> follow(HttpResponse<String> response) throws Exception {
        String location = response.headers().firstValue("Location").orElseThrow();
        return get(location.replaceFirst(".*/system/console", ""));
    }

    /** What a browser would send if somebody pressed <i>Save</i> on this page. */
    static Map<String, String> form(String page) {
        Map<String, String> form = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(page.substring(page.indexOf("class=\"record\"")));
        while (control.find()) {
            for (int group = 1; group < 9; group += 2) {
                if (control.group(group) != null) {
                    form.putIfAbsent(control.group(group), text(control.group(group + 1)));
                    break;
                }
            }
        }
        return form;
    }

    /** Where the form of this page is sent to. */
    static String action(String page) {
        Matcher action = ACTION.matcher(page);
        if (!action.find()) {
            throw new AssertionError("The page has no form:\n" + page);
        }
        return text(action.group(1)).replaceFirst("^/system/console", "");
    }

    static String text(String html) {
        return html.replace("<wbr>", "")
                .replace("&#36;", "$")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(console + path));
        headers.forEach(builder::header);
        return builder;
    }
}
