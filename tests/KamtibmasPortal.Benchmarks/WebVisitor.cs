using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.Benchmarks;

/// <summary>One connection that asks again and again, and costs next to nothing itself.</summary>
internal sealed partial class WebVisitor : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly string _host;
    private readonly byte[] _room = new byte[1 << 20];
    private readonly Dictionary<string, byte[]> _requests = new(StringComparer.Ordinal);

    private WebVisitor(Socket socket, string host) => (_socket, _host) = (socket, host);

    public static async Task<WebVisitor> ConnectAsync(Uri address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return new WebVisitor(socket, address.Authority);
    }

    /// <returns>Length of the body.</returns>
    public async Task<int> GetAsync(string path)
    {
        var (start, end) = await AskAsync(path);
        return end - start;
    }

    public async Task<string> GetTextAsync(string path)
    {
        var (start, end) = await AskAsync(path);
        return Encoding.UTF8.GetString(_room, start, end - start);
    }

    /// <summary>Paths of articles that the portal shows, the newest first.</summary>
    public async Task<IReadOnlyList<string>> ArticlesAsync(int count)
    {
        // The body comes in chunks, whose lengths stand between them: it is not read as what it is.
        var page = await GetTextAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/articles?limit={count}"));
        return [.. ArticleId().Matches(page).Select(m => $"/artikel/{m.Groups[1].Value}")];
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(int Start, int End)> AskAsync(string path)
    {
        if (!_requests.TryGetValue(path, out var request))
        {
            request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {_host}\r\n\r\n");
            _requests[path] = request;
        }

        await _socket.SendAsync(request);
        var held = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_room.AsMemory(held));
            held += read > 0 ? read : throw new InvalidOperationException($"{path}: the connection was closed.");
            if (Body(held) is { } body)
            {
                return body;
            }
        }
    }

    /// <summary>Null while something is missing.</summary>
    private (int Start, int End)? Body(int held)
    {
        var text = _room.AsSpan(0, held);
        var blank = text.IndexOf("\r\n\r\n"u8);
        if (blank < 0)
        {
            return null;
        }

        if (!text.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(text[..Math.Min(held, 60)]));
        }

        var head = Encoding.ASCII.GetString(text[..blank]);
        const string Length = "Content-Length: ";
        if (head.IndexOf(Length, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var digits = head.AsSpan(at + Length.Length);
            var size = int.Parse(digits[..(digits.IndexOf('\r') is >= 0 and var cut ? cut : digits.Length)], CultureInfo.InvariantCulture);
            return held >= blank + 4 + size ? (blank + 4, blank + 4 + size) : null;
        }

        return text.EndsWith("0\r\n\r\n"u8) ? (blank + 4, held) : null;
    }

    [GeneratedRegex("\"id\":\"([0-9a-f-]{36})\"")]
    private static partial Regex ArticleId();
}
