package io.waybillguard.aftersales.trial;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * A file of lines as it comes in: the first line is read at once, the rest goes to disk, never more
 * than a buffer of it in memory. Larger than allowed, or with a longer line, it is turned away.
 */
final class Upload {

    private final InputStream body;
    private final DataSize largest;
    private final long longestLine;
    private final byte[] firstLine;
    private long size;
    private long line = 1;
    private long inLine;

    private Upload(InputStream body, DataSize largest, DataSize longestLine) throws IOException {
        this.body = body;
        this.largest = largest;
        this.longestLine = longestLine.toBytes();
        this.firstLine = readLine();
    }

    /**
     * Reads the first line.
     *
     * @throws InvalidInputException when that is too long
     */
    static Upload of(InputStream body, DataSize largest, DataSize longestLine) throws IOException {
        return new Upload(new BufferedInputStream(body, 1 << 16), largest, longestLine);
    }

    private byte[] readLine() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int next = body.read(); next >= 0; next = body.read()) {
            count((byte) next);
            if (next == '\n') {
                break;
            }
            read.write(next);
        }
        return read.toByteArray();
    }

    byte[] firstLine() {
        return firstLine;
    }

    /**
     * Writes all of it, the first line too.
     *
     * @throws InvalidInputException for a line that is too long, which is named
     * @throws TurnedAwayException when there is too much
     */
    void writeTo(OutputStream file) throws IOException {
        file.write(firstLine);
        file.write('\n');
        byte[] buffer = new byte[1 << 16];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            for (int each = 0; each < count; each++) {
                count(buffer[each]);
            }
            file.write(buffer, 0, count);
        }
    }

    private void count(byte next) {
        size++;
        if (size > largest.toBytes()) {
            throw new TurnedAwayException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-large",
                    "the file is larger than " + largest.toBytes() + " bytes");
        }
        if (next == '\n') {
            line++;
            inLine = 0;
        } else if (++inLine > longestLine) {
            throw new InvalidInputException(
                    "line " + line, "is longer than " + longestLine + " bytes");
        }
    }
}
