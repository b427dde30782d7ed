package io.waybillguard.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Text for a screen as narrow as screens get. */
final class Columns {

    /** Of a screen. */
    static final int WIDTH = 80;

    private Columns() {}

    /**
     * A head and as many of its items on each line as fit; the lines below the first are indented
     * as far as the head is long. An item that is too long for a line is cut.
     */
    static List<String> wrapped(String head, List<String> items) {
        List<String> lines = new ArrayList<>();
        String indent = " ".repeat(head.length());
        StringBuilder line = new StringBuilder(head);
        for (int n = 0; n < items.size(); n++) {
            String item = n < items.size() - 1 ? items.get(n) + "," : items.get(n);
            boolean first = line.length() == head.length();
            if (!first && line.length() + 1 + item.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(item);
        }
        lines.add(line.toString());
        return lines.stream().map(Columns::cut).toList();
    }

    private static String cut(String line) {
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
    }
}
