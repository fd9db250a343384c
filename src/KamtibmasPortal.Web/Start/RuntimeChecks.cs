using System.Globalization;
using KamtibmasPortal.News.Storage;
using Microsoft.Data.Sqlite;

namespace KamtibmasPortal.Web.Start;

/// <summary>What the machine must bring for dates and data to come out right.</summary>
public static class RuntimeChecks
{
    /// <summary>Older ones can corrupt a write-ahead log.</summary>
    private static readonly Version s_sqliteNeeded = new(3, 51, 3);

    public static void Assert(StorageProvider provider)
    {
        if (IndonesianMonth() != "Mei")
        {
            throw new StartFailedException("Indonesian dates can't be written: ICU is missing. Install libicu, and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }

        if (provider is StorageProvider.Sqlite && SqliteVersion() < s_sqliteNeeded)
        {
            throw new StartFailedException($"SQLite {SqliteVersion()} is too old: {s_sqliteNeeded} or newer is needed, the one that comes with this program.");
        }
    }

    private static string? IndonesianMonth()
    {
        try
        {
            return CultureInfo.GetCultureInfo("id-ID").DateTimeFormat.GetMonthName(5);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static Version SqliteVersion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return Version.Parse(connection.ServerVersion);
    }
}
