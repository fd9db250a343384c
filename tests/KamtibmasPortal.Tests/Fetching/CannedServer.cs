using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KamtibmasPortal.Tests.Fetching;

/// <summary>A server on loopback that answers as a test writes it, byte for byte.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Task _loop;

    /// <param name="answer">Path asked for, the connection to write to, and when to stop.</param>
    public CannedServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = Task.Run(ListenAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Host => $"127.0.0.1:{Port}";

    public ConcurrentQueue<string> Asked { get; } = [];

    public static Task WriteAsync(Stream stream, string text, CancellationToken stop) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop).AsTask();

    public static string Ok(string body, string headers = "") => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n{headers}Connection: close\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = new byte[8192];
                var length = await stream.ReadAsync(head, _stop.Token);
                var path = Encoding.Latin1.GetString(head, 0, length).Split(' ') is [_, var asked, ..] ? asked : "";
                Asked.Enqueue(path);
                await _answer(path, stream, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
            {
                // The client had enough.
            }
        }
    }
}
