using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Settings;

/// <summary>Where everything is kept.</summary>
public sealed record StorageSettings(StorageProvider Provider, string DataDirectory, string ConnectionString)
{
    public string KeysDirectory => Path.Combine(DataDirectory, "keys");

    public static StorageSettings Read(SettingsReader reader)
    {
        var provider = reader.Choice("Storage:Provider", StorageProvider.Sqlite);
        var directory = DirectoryOf(reader);
        var connection = reader.Text("ConnectionStrings:Portal");
        if (connection is null && provider is StorageProvider.Postgres)
        {
            reader.Refuse("ConnectionStrings:Portal", "an Npgsql connection string such as Host=localhost;Database=portal;Username=portal, which Storage__Provider=Postgres needs");
        }

        connection ??= $"Data Source={Path.Combine(directory, "portal.db")}";
        if (provider is StorageProvider.Sqlite && StorageSetup.FaultOf(provider, connection) is { } sqlite)
        {
            reader.Refuse("ConnectionStrings:Portal", $"a SQLite connection string such as Data Source=data/portal.db ({sqlite})");
        }
        else if (provider is StorageProvider.Postgres && StorageSetup.FaultOf(provider, connection) is { } postgres && reader.Text("ConnectionStrings:Portal") is not null)
        {
            reader.Refuse("ConnectionStrings:Portal", $"an Npgsql connection string ({postgres})");
        }

        return new StorageSettings(provider, directory, connection);
    }

    /// <summary>Creates the data directory and proves that it can be written.</summary>
    /// <exception cref="BadConfigurationException">It can't.</exception>
    public void OpenDataDirectory()
    {
        try
        {
            Directory.CreateDirectory(DataDirectory);
            var probe = Path.Combine(DataDirectory, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BadConfigurationException([$"Storage__DataDirectory: \"{DataDirectory}\" can't be written ({e.Message}). Legal: a directory that this process may create and write in."]);
        }
    }

    private static string DirectoryOf(SettingsReader reader)
    {
        var text = reader.Text("Storage:DataDirectory") ?? "data";
        try
        {
            return Path.GetFullPath(text);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            reader.Refuse("Storage:DataDirectory", "a directory that this process may create and write in");
            return Path.GetFullPath("data");
        }
    }
}
