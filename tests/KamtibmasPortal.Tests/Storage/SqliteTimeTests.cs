using KamtibmasPortal.News.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>Moments read the short way are what the driver reads.</summary>
public sealed class SqliteTimeTests
{
    [Theory]
    [InlineData("2026-11-29 07:05:09")]
    [InlineData("2026-11-29 07:05:09.5")]
    [InlineData("2026-11-29 07:05:09.1234567")]
    [InlineData("2024-02-29 23:59:59.0000001")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("9999-12-31 23:59:59.9999999")]
    [InlineData("2026-11-29")]
    [InlineData("2026-11-29T07:05:09")]
    [InlineData("2026-11-29 07:05")]
    public void A_moment_is_what_the_driver_makes_of_it(string written)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT $at";
        command.Parameters.AddWithValue("$at", written);
        using var row = command.ExecuteReader();
        Assert.True(row.Read());

        Assert.Equal(row.GetDateTime(0), SqliteTime.Read(row, 0));
    }

    [Theory]
    [InlineData("2026-11-29 07:05:09", true)]
    [InlineData("2026-11-29 07:05:09.25", true)]
    [InlineData("2026-02-29 07:05:09", false)]
    [InlineData("2026-13-01 07:05:09", false)]
    [InlineData("2026-00-01 07:05:09", false)]
    [InlineData("2026-11-00 07:05:09", false)]
    [InlineData("2026-11-29 24:05:09", false)]
    [InlineData("2026-11-29 07:60:09", false)]
    [InlineData("2026-11-29 07:05:60", false)]
    [InlineData("2026-11-29 07:05:09.", false)]
    [InlineData("2026-11-29 07:05:09.12345678", false)]
    [InlineData("2026-11-29 07:05:09Z", false)]
    [InlineData("2026-11-29 07:05:0x", false)]
    [InlineData("-026-11-29 07:05:09", false)]
    [InlineData("2026/11/29 07:05:09", false)]
    [InlineData("", false)]
    public void Only_the_one_form_is_read_the_short_way(string written, bool isRead) => Assert.Equal(isRead, SqliteTime.TryRead(written) is not null);
}
