using KamtibmasPortal.Tests.Storage;
using Npgsql;

namespace KamtibmasPortal.Benchmarks;

/// <summary>What PostgreSQL's text search configuration "indonesian" makes of the same words.</summary>
internal static class PostgresWords
{
    /// <returns>Lexemes by word; null where no PostgreSQL is installed or it does not start.</returns>
    public static Dictionary<string, string[]>? Read(string[] words)
    {
        try
        {
            return ReadAsync(words).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is InvalidOperationException or NpgsqlException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"PostgreSQL left out: {e.Message.Split('\n')[0]}");
            return null;
        }
    }

    private static async Task<Dictionary<string, string[]>> ReadAsync(string[] words)
    {
        await using var server = await PostgresServer.StartAsync();
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await using var command = source.CreateCommand("SELECT word, tsvector_to_array(to_tsvector('indonesian', word)) FROM unnest($1) AS word");
        command.Parameters.AddWithValue(words);
        await using var reader = await command.ExecuteReaderAsync();
        var lexemes = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            lexemes[reader.GetString(0)] = reader.GetFieldValue<string[]>(1);
        }

        return lexemes;
    }
}
