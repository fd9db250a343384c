namespace KamtibmasPortal.Tests.Architecture;

/// <summary>The checked-out repository this test was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Paths below <see cref="Root"/>, with forward slashes, of what people write; not what tools make.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        where extensions.Contains(Path.GetExtension(file))
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "bin" or "obj" or "Migrations" or "node_modules")
        select path;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            if (File.Exists(Path.Combine(up.FullName, "KamtibmasPortal.sln")))
            {
                return up.FullName;
            }
        }

        throw new InvalidOperationException($"No KamtibmasPortal.sln above {AppContext.BaseDirectory}.");
    }
}
